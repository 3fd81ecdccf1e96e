package id.kentongan.job.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.ExceptionKind;
import id.kentongan.contracts.FindingException;
import id.kentongan.job.anomaly.Habit;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.Signature;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExceptsSignalsTest {
    private static final Instant NOON = Instant.parse("2026-11-02T05:00:00Z");

    private KeyedBroadcastOperatorTestHarness<String, Signal, DatedDecided, Signal> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void maintenanceOfAnAgentCoversItsSignalsAndNobodyElses() throws Exception {
        except(List.of("m/004"), List.of());
        signal("004", "203.0.113.9", NOON.plusSeconds(10));
        signal("005", "203.0.113.9", NOON.plusSeconds(10));
        time(NOON.plusSeconds(20));

        assertThat(harness.extractOutputValues())
                .extracting(Signal::agent, Signal::excepted)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("m/004", true),
                        org.assertj.core.groups.Tuple.tuple("m/005", false));
    }

    @Test
    void windowOfAScannerCoversWhatComesFromItAndNothingBeside() throws Exception {
        except(List.of(), List.of("203.0.113.9"));
        signal("004", "203.0.113.9", NOON.plusSeconds(10));
        signal("004", "198.51.100.7", NOON.plusSeconds(11));
        time(NOON.plusSeconds(20));

        assertThat(harness.extractOutputValues()).extracting(Signal::excepted).containsExactly(true, false);
    }

    @Test
    void restartForgetsNeitherExceptionsNorWhatWaits() throws Exception {
        except(List.of("m/004"), List.of());
        signal("004", "203.0.113.9", NOON.plusSeconds(10));
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        time(NOON.plusSeconds(20));

        assertThat(harness.extractOutputValues()).extracting(Signal::excepted).containsExactly(true);
    }

    private void except(List<String> agents, List<String> addresses) throws Exception {
        FindingException window = new FindingException(
                "e",
                ExceptionKind.VA_WINDOW,
                List.of(),
                agents,
                addresses,
                List.of(),
                "koordinator",
                "uji",
                NOON,
                NOON.plus(Duration.ofDays(1)));
        harness.processBroadcastElement(
                new DatedDecided(Decided.onFindings("e", window), NOON.toEpochMilli()), NOON.toEpochMilli());
    }

    private void signal(String agent, String address, Instant at) throws Exception {
        Alert alert = WazuhAlerts.read("""
                {"timestamp":"%s","id":"2.1","rule":{"id":"5710"},"manager":{"name":"m"},"agent":{"id":"%s"},\
                "data":{"srcip":"%s"}}""".formatted(at.toString().replace("Z", "+0000"), agent, address)
                .getBytes(UTF_8));
        Signal first =
                Objects.requireNonNull(Habit.first(alert, Signature.of(alert)).signal());
        harness.processElement(first, at.toEpochMilli());
    }

    private void time(Instant upTo) throws Exception {
        harness.processWatermark(upTo.toEpochMilli());
        harness.processBroadcastWatermark(new Watermark(upTo.toEpochMilli()));
    }

    private static KeyedBroadcastOperatorTestHarness<String, Signal, DatedDecided, Signal> harness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new ExceptsSignals(), List.of(ExceptsSignals.EXCEPTIONS)),
                Signal::agent,
                Types.STRING,
                1,
                1,
                0);
    }
}
