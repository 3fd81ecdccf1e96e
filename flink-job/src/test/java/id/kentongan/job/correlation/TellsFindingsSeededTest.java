package id.kentongan.job.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However far the watermark jumps, and whatever is told twice after a restart, the same findings leave, in order. */
class TellsFindingsSeededTest {
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

    private static final RuleCard RULE = new RuleCard(
            "brute-force",
            "0".repeat(64),
            new Text("Percobaan login paksa", "Brute force"),
            Severity.MEDIUM,
            EntityKind.AGENT,
            3_600_000,
            Map.of(),
            List.of());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneJumpTellsWhatSmallStepsTell(long seed) throws Exception {
        List<Match> matches = matches(new Random(seed));

        List<String> atOnce = told(matches, matches.size());
        List<String> stepwise = told(matches, 1);
        List<String> inGroups = told(matches, 7);

        assertThat(atOnce).hasSizeGreaterThan(10);
        assertThat(stepwise).isEqualTo(atOnce);
        assertThat(inGroups).isEqualTo(atOnce);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void matchesToldASecondTimeChangeNothing(long seed) throws Exception {
        List<Match> matches = matches(new Random(seed));
        List<Match> twice = new ArrayList<>(matches);
        twice.addAll(40, matches.subList(30, 40));

        assertThat(told(twice, twice.size())).isEqualTo(told(matches, matches.size()));
    }

    private static List<Match> matches(Random random) {
        List<Match> matches = new ArrayList<>();
        Instant time = START;
        for (int i = 0; i < 80; i++) {
            time = time.plusMillis(random.nextInt(10) == 0 ? 5_000_000 : random.nextInt(40_000));
            matches.add(match(time, i));
        }
        return matches;
    }

    private static Match match(Instant time, int number) {
        Evidence evidence = new Evidence(
                "alert-" + number,
                time,
                "composite",
                "5763",
                10,
                "d",
                null,
                null,
                null,
                null,
                "x",
                "0".repeat(64),
                "0/" + number);
        Asset asset = new Asset("m", "004", null, null);
        return new Match(RULE, "m/004", asset, time, List.of(evidence), List.of());
    }

    private static List<String> told(List<Match> matches, int betweenWatermarks) throws Exception {
        var harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new TellsFindings()), Match::key, Correction::key, Types.STRING);
        harness.open();
        Instant newest = START;
        for (int i = 0; i < matches.size(); i++) {
            harness.processElement1(matches.get(i), matches.get(i).time().toEpochMilli());
            newest = matches.get(i).time().isAfter(newest) ? matches.get(i).time() : newest;
            if ((i + 1) % betweenWatermarks == 0) {
                pass(harness, newest.toEpochMilli());
            }
        }
        pass(harness, newest.toEpochMilli() + 10_000_000);
        assertThat(harness.numKeyedStateEntries()).isZero();
        List<String> told = harness.extractOutputStreamRecords().stream()
                .map(TellsFindingsSeededTest::written)
                .toList();
        harness.close();
        return told;
    }

    private static void pass(KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, ?> harness, long time) throws Exception {
        harness.processWatermark1(new Watermark(time));
        harness.processWatermark2(new Watermark(time));
    }

    private static String written(StreamRecord<? extends Finding> record) {
        Finding told = record.getValue();
        return record.getTimestamp() + " " + told.id() + " " + told.matches() + " " + told.last() + " "
                + told.alertsByRule();
    }
}
