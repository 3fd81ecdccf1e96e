package id.kentongan.job.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.Case;
import id.kentongan.job.anomaly.Habit;
import id.kentongan.job.anomaly.Signature;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/**
 * Agents that come, are seen for a moment and never again, over two years, through the operator that opens cases, on the
 * heap back end; on one of the last a grave finding. Argument: how many agents.
 */
final class FloodOfAgents {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(730);
    private static final String TEXT = "x".repeat(900);

    private FloodOfAgents() {}

    public static void main(String[] args) throws Exception {
        int agents = Integer.parseInt(args[0]);
        KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> flink =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CaseworkOperator(Casework.CASES_A_DAY), Contribution::scope, Types.STRING, 1, 1, 0);
        flink.open();
        for (int i = 0; i < agents; i++) {
            Instant time = START.plusMillis((long) ((double) SPAN.toMillis() * i / agents));
            Alert alert = alert(i, time);
            var first = Objects.requireNonNull(
                    Habit.first(alert, Signature.of(alert)).signal());
            flink.processElement(Contribution.of(first, Scopes.ONE), time.toEpochMilli());
            flink.processElement(Contribution.of(alert, Scopes.ONE), time.toEpochMilli());
            if (i == agents - 10) {
                flink.processElement(
                        Contribution.of(SomeFinding.of("f", "rule", time, 1), Scopes.ONE), time.toEpochMilli());
            }
            if (i % 100 == 0) {
                pass(flink, time.toEpochMilli());
            }
        }
        pass(flink, START.plus(SPAN).plus(Duration.ofHours(1)).toEpochMilli());
        long graves = flink.extractOutputValues().stream()
                .filter(told ->
                        told.findings().stream().anyMatch(each -> each.id().equals("f")))
                .map(Case::id)
                .distinct()
                .count();
        System.out.println(graves + " grave case");
        flink.close();
    }

    private static void pass(KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> flink, long time)
            throws Exception {
        flink.processWatermark(time);
        flink.processBroadcastWatermark(time);
    }

    private static Alert alert(int number, Instant time) {
        return WazuhAlerts.read("""
                {"timestamp":"%s","id":"1.%d","rule":{"id":"86601","description":"d"},"manager":{"name":"m"},\
                "agent":{"id":"a%d","ip":"10.0.0.1"},"data":{"srcip":"10.%d.%d.%d"},"full_log":"%s"}""".formatted(
                        time.toString().replace("Z", "+0000"),
                        number,
                        number,
                        number >> 16 & 255,
                        number >> 8 & 255,
                        number & 255,
                        TEXT)
                .getBytes(UTF_8));
    }
}
