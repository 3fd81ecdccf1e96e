package id.kentongan.job.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalKind;
import id.kentongan.job.anomaly.Signature;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrival in any order, and any restart, end in the same cases as arrival in order. */
class OpensCasesSeededTest {
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final int HOURS = 30;
    private static final List<SignalKind> KINDS = List.of(SignalKind.values());

    private KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> harness;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shufflesAndRestartsEndInTheSameCases(long seed) throws Exception {
        List<Object> inputs = inputs(new Random(seed));

        Map<String, Case> inOrder = cases(inputs, new Random(seed), false);
        Map<String, Case> disturbed = cases(inputs, new Random(seed), true);

        assertThat(inOrder).hasSizeGreaterThan(2);
        assertThat(inOrder.values()).anyMatch(each -> each.gaps().isEmpty());
        assertThat(inOrder.values()).anyMatch(each -> !each.gaps().isEmpty());
        assertThat(disturbed).isEqualTo(inOrder);
    }

    private static List<Object> inputs(Random random) {
        List<Object> inputs = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            if (hour % 9 == 0) {
                for (int i = 1 + random.nextInt(4); i > 0; i--) {
                    inputs.add(SomeFinding.of(
                            "f" + hour + i, "rule", START.plusSeconds(hour * 3600L + random.nextInt(3000)), 1));
                }
            }
            if (hour % 9 == 8) {
                inputs.add(gap(START.plusSeconds(hour * 3600L + 3000), hour == 17 ? "other" : "m"));
            }
            for (int i = random.nextInt(9); i > 0; i--) {
                inputs.add(signal(
                        START.plusSeconds(hour * 3600L + random.nextInt(600)), random.nextInt(12), random.nextInt(40)));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                inputs.add(ids(START.plusSeconds(hour * 3600L + random.nextInt(3600)), random.nextInt(1_000_000)));
            }
        }
        return inputs;
    }

    private Map<String, Case> cases(List<Object> inputs, Random random, boolean disturb) throws Exception {
        Map<String, Case> newest = new TreeMap<>();
        harness = started();
        for (int hour = 0; hour < HOURS; hour++) {
            long until = START.plusSeconds((hour + 1) * 3600L).toEpochMilli();
            List<Object> ofHour = new ArrayList<>(inputs.stream()
                    .filter(input -> time(input) < until && time(input) >= until - 3_600_000)
                    .toList());
            if (disturb) {
                Collections.shuffle(ofHour, random);
            }
            for (Object input : ofHour) {
                send(input);
            }
            watermark(until - 1);
            if (disturb && random.nextInt(4) == 0) {
                restart(newest);
            }
        }
        watermark(START.plusSeconds(HOURS * 3600L + 7200).toEpochMilli());
        gather(newest);
        harness.close();
        return newest;
    }

    private void send(Object input) throws Exception {
        if (input instanceof Finding finding) {
            harness.processElement(Contribution.of(finding, Scopes.ONE), time(input));
        } else if (input instanceof Signal signal) {
            harness.processElement(Contribution.of(signal, Scopes.ONE), time(input));
        } else if (input instanceof Alert alert) {
            harness.processElement(Contribution.of(alert, Scopes.ONE), time(input));
        } else {
            harness.processBroadcastElement(Notice.of((Gap) input), 0);
        }
    }

    private void watermark(long time) throws Exception {
        harness.processWatermark(time);
        harness.processBroadcastWatermark(time);
    }

    private void restart(Map<String, Case> newest) throws Exception {
        var snapshot = harness.snapshot(1, 1);
        gather(newest);
        harness.close();
        harness = harness();
        harness.setup();
        harness.initializeState(snapshot);
        harness.open();
    }

    private void gather(Map<String, Case> newest) {
        harness.extractOutputValues()
                .forEach(told -> newest.merge(told.id(), told, (a, b) -> a.version() > b.version() ? a : b));
    }

    private static KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> started() throws Exception {
        var fresh = harness();
        fresh.open();
        return fresh;
    }

    private static KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> harness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CaseworkOperator(Casework.CASES_A_DAY), Contribution::scope, Types.STRING, 1, 1, 0);
    }

    private static long time(Object input) {
        if (input instanceof Gap gap) {
            return gap.from().toEpochMilli();
        }
        if (input instanceof Signal signal) {
            return signal.time();
        }
        return (input instanceof Finding finding ? finding.last() : ((Alert) input).time()).toEpochMilli();
    }

    /** A source tells it before time passes its beginning; twice, as after a restart. */
    private static Gap gap(Instant from, @Nullable String node) {
        return new Gap("g" + from, "s", node, GapReason.FILE_LOST, from, from.plusSeconds(900), -1, "day");
    }

    private static Signal signal(Instant time, int agent, int what) {
        Alert alert = WazuhAlerts.read(
                """
                {"timestamp":"%s","id":"2.%d","rule":{"id":"%d","mitre":{"id":["T10%02d"]}},"manager":{"name":"m"},\
                "agent":{"id":"%03d","ip":"10.0.%d.1"}}""".formatted(time.toString().replace("Z", "+0000"), what, 1000 + what, what, agent, agent % 3 * 16)
                        .getBytes(UTF_8));
        SignalKind kind = KINDS.get(what % KINDS.size());
        return new Signal(kind, Signature.of(alert), what % 11, what, 1, 2, 3, 4, alert);
    }

    private static Alert ids(Instant time, int number) {
        return WazuhAlerts.read(
                """
                {"timestamp":"%s","id":"1.%d","rule":{"id":"86601"},"manager":{"name":"m"},"agent":{"id":"004"}}""".formatted(time.toString().replace("Z", "+0000"), number).getBytes(UTF_8));
    }
}
