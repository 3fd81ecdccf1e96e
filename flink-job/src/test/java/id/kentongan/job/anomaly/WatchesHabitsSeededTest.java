package id.kentongan.job.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Finding;
import id.kentongan.job.correlation.ReleasesAlerts;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.rulechange.DatedRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator, restarted at any moment and however far time jumps, finds what the same thinking finds without Flink. */
class WatchesHabitsSeededTest {
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final int DAYS = 25;
    private static final Watch ALL = new Watch(OfficeHours.USUAL, EnumSet.noneOf(Detector.class), Set.of("m/009"));

    private final List<String> told = new ArrayList<>();
    private KeyedOneInputStreamOperatorTestHarness<String, Alert, Signal> harness;
    private KeyedTwoInputStreamOperatorTestHarness<String, Alert, DatedRule, Alert> releases;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void restartsForgetNoRhythm(long seed) throws Exception {
        List<String> expected = compare(alerts(new Random(seed)), seed, 100, 1);

        assertThat(expected).anyMatch(each -> each.startsWith("silence"));
        assertThat(expected).anyMatch(each -> each.startsWith("beaconing"));
        assertThat(expected).anyMatch(each -> each.startsWith("off-hours"));
        assertThat(expected).anyMatch(each -> each.startsWith("rate") && each.contains("alerts"));
        assertThat(expected).anyMatch(each -> each.startsWith("rate") && each.contains("source address"));
    }

    /** As in a backlog that is read in seconds: time jumps over a day and more. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void silenceIsFoundAlsoWhenTheAgentHasSpokenAgainByThen(long seed) throws Exception {
        List<String> expected = compare(alerts(new Random(seed)), seed, 1_000, 200);

        assertThat(expected).filteredOn(each -> each.startsWith("silence")).hasSizeGreaterThan(3);
    }

    /** A day of five minutes each, which a forest needs to judge; restarts every twenty minutes. */
    @Test
    void restartsForgetNoForest() throws Exception {
        List<Alert> alerts = new ArrayList<>();
        Random random = new Random(4);
        for (int window = 0; window < 320; window++) {
            for (int i = window == 300 ? 200 : 5 + random.nextInt(5); i > 0; i--) {
                Instant time = START.plusSeconds(300L * window + i);
                alerts.add(SomeAlert.read(time, alerts.size(), "009", "100" + random.nextInt(4), ""));
            }
        }
        alerts.sort(AlertOrder.INSTANCE);

        assertThat(compare(alerts, 4, 30, 1)).anyMatch(each -> each.startsWith("forest"));
    }

    /** Restarts at one alert of so many, and time passes at one of so many; gives what was found without Flink. */
    private List<String> compare(List<Alert> alerts, long seed, int restarts, int passes) throws Exception {
        List<String> expected = new ArrayList<>();
        PlainRhythms plain = new PlainRhythms(ALL, (finding, at) -> expected.add(written(finding)));
        Random random = new Random(seed);
        harness = started();
        releases = new KeyedTwoInputStreamOperatorTestHarness<>(
                new ReleasesAlerts(), Alert::agent, rule -> "", Types.STRING);
        releases.open();
        for (Alert alert : alerts) {
            long time = alert.time().toEpochMilli();
            plain.advanceTo(time - 1);
            plain.take(alert);
            releases.processElement1(alert, time);
            if (random.nextInt(passes) == 0) {
                pass(time - 1);
            }
            if (random.nextInt(restarts) == 0) {
                restart();
            }
        }
        long end = START.plus(Duration.ofDays(DAYS + 5)).toEpochMilli();
        plain.advanceTo(end);
        pass(end);
        gather();
        harness.close();
        releases.close();

        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        return expected;
    }

    private void pass(long time) throws Exception {
        releases.processWatermark1(new Watermark(time));
        releases.processWatermark2(new Watermark(time));
        for (Object each = releases.getOutput().poll();
                each != null;
                each = releases.getOutput().poll()) {
            if (each instanceof Watermark mark) {
                harness.processWatermark(mark);
            } else {
                Alert alert = (Alert) ((StreamRecord<?>) each).getValue();
                harness.processElement(alert, alert.time().toEpochMilli());
            }
        }
    }

    private static String written(Finding finding) {
        return finding.ruleId() + " " + finding.id() + " "
                + finding.reasons().get(0).en();
    }

    private static List<Alert> alerts(Random random) {
        List<Alert> alerts = new ArrayList<>();
        int number = 0;
        for (String agent : List.of("001", "002", "003")) {
            for (int hour = 0; hour < DAYS * 24; hour++) {
                if (hour >= 200 && hour < 212) {
                    continue; // all fall silent, and speak again
                }
                boolean storm = hour % 168 == 10 && hour > 400;
                for (int i = storm ? 200 : 1 + random.nextInt(3); i > 0; i--) {
                    String named = i % 2 == 0 ? ",\"data\":{\"srcip\":\"203.0.113.7\"}" : "";
                    alerts.add(SomeAlert.read(at(hour, random), number++, agent, "1002", named));
                }
                if (hour == 497 || random.nextInt(300) == 0) {
                    alerts.add(
                            SomeAlert.read(at(hour, random), number++, agent, "5715", ",\"data\":{\"dstuser\":\"u\"}"));
                }
            }
            for (int i = 0; i < 40; i++) {
                Instant time = START.plusSeconds(86_400L * 3 + 600L * i).plusMillis(random.nextInt(5_000));
                alerts.add(SomeAlert.read(time, number++, agent, "86601", ""));
            }
        }
        alerts.sort(AlertOrder.INSTANCE);
        return alerts;
    }

    private static Instant at(int hour, Random random) {
        return START.plusSeconds(3_600L * hour + random.nextInt(3_600));
    }

    private void restart() throws Exception {
        var snapshot = harness.snapshot(1, 1);
        gather();
        harness.close();
        harness = harness();
        harness.setup();
        harness.initializeState(snapshot);
        harness.open();
    }

    private void gather() {
        Queue<StreamRecord<Finding>> found = harness.getSideOutput(WatchesHabits.FOUND);
        Collection<StreamRecord<Finding>> all = Objects.requireNonNullElse(found, List.of());
        all.forEach(each -> told.add(written(each.getValue())));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Alert, Signal> started() throws Exception {
        var fresh = harness();
        fresh.open();
        return fresh;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Alert, Signal> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WatchesHabits(ALL)), Alert::agent, Types.STRING, 1, 1, 0);
    }
}
