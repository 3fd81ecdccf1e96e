package id.kentongan.job.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.contracts.ExceptionKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingException;
import id.kentongan.contracts.FindingMark;
import id.kentongan.job.casework.SomeFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExceptsFindingsTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private KeyedBroadcastOperatorTestHarness<String, Finding, DatedDecided, Finding> harness;

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
    void coveredFindingPassesMarkedAndAnotherPassesAsItIs() throws Exception {
        say(exception("e", NOON, NOON.plus(Duration.ofDays(1))), NOON);
        find("brute-force", NOON.plusSeconds(10));
        find("web-shell", NOON.plusSeconds(11));
        time(NOON.plusSeconds(20));

        assertThat(harness.extractOutputValues())
                .extracting(Finding::ruleId, Finding::marks)
                .containsExactly(tuple("brute-force", List.of(FindingMark.EXCEPTED)), tuple("web-shell", List.of()));
    }

    @Test
    void exceptionThatArrivesAfterTheFindingButBeforeItsTimeStillCoversIt() throws Exception {
        find("brute-force", NOON.plusSeconds(10));
        assertThat(harness.extractOutputValues()).as("it waits for time").isEmpty();

        say(exception("e", NOON, NOON.plus(Duration.ofDays(1))), NOON);
        time(NOON.plusSeconds(20));

        assertThat(marks()).containsExactly(List.of(FindingMark.EXCEPTED));
    }

    @Test
    void exceptionHoldsFromItsDateOnAndNotBefore() throws Exception {
        say(exception("e", NOON, NOON.plus(Duration.ofDays(1))), NOON.plusSeconds(15));
        find("brute-force", NOON.plusSeconds(10));
        find("brute-force", NOON.plusSeconds(15));
        time(NOON.plusSeconds(20));

        assertThat(marks()).containsExactly(List.of(), List.of(FindingMark.EXCEPTED));
    }

    @Test
    void emptiedKeyEndsAnExceptionAtItsDate() throws Exception {
        say(exception("e", NOON, NOON.plus(Duration.ofDays(1))), NOON);
        harness.processBroadcastElement(
                new DatedDecided(
                        Decided.onFindings("e", null), NOON.plusSeconds(12).toEpochMilli()),
                0);
        find("brute-force", NOON.plusSeconds(10));
        find("brute-force", NOON.plusSeconds(12));
        time(NOON.plusSeconds(20));

        assertThat(marks()).containsExactly(List.of(FindingMark.EXCEPTED), List.of());
    }

    @Test
    void whatHasEndedOrGivenWayIsForgotten() throws Exception {
        say(exception("ended", NOON, NOON.plusSeconds(5)), NOON);
        say(exception("replaced", NOON, NOON.plus(Duration.ofDays(1))), NOON);
        say(exception("replaced", NOON, NOON.plus(Duration.ofDays(2))), NOON.plusSeconds(7));
        time(NOON.plusSeconds(20));
        say(exception("new", NOON, NOON.plus(Duration.ofDays(1))), NOON.plusSeconds(21));

        assertThat(known()).isEqualTo(2);
    }

    @Test
    void restartForgetsNeitherExceptionsNorWhatWaits() throws Exception {
        say(exception("e", NOON, NOON.plus(Duration.ofDays(1))), NOON);
        find("brute-force", NOON.plusSeconds(10));
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        time(NOON.plusSeconds(20));

        assertThat(marks()).containsExactly(List.of(FindingMark.EXCEPTED));
    }

    private static KeyedBroadcastOperatorTestHarness<String, Finding, DatedDecided, Finding> harness()
            throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new ExceptsFindings(), List.of(ExceptsFindings.EXCEPTIONS)),
                Finding::entity,
                Types.STRING,
                1,
                1,
                0);
    }

    private List<List<FindingMark>> marks() {
        return harness.extractOutputValues().stream().map(Finding::marks).toList();
    }

    private int known() throws Exception {
        int known = 0;
        for (Map.Entry<String, DatedDecided> any :
                harness.getBroadcastState(ExceptsFindings.EXCEPTIONS).immutableEntries()) {
            known += any.getKey().isEmpty() ? 0 : 1;
        }
        return known;
    }

    private void say(@Nullable FindingException exception, Instant from) throws Exception {
        String id = exception == null ? "e" : exception.id();
        harness.processBroadcastElement(new DatedDecided(Decided.onFindings(id, exception), from.toEpochMilli()), 0);
    }

    private void find(String rule, Instant at) throws Exception {
        harness.processElement(SomeFinding.of(rule + at, rule, at, 1), at.toEpochMilli());
    }

    private void time(Instant upTo) throws Exception {
        harness.processWatermark(upTo.toEpochMilli());
        harness.processBroadcastWatermark(new Watermark(upTo.toEpochMilli()));
    }

    private static FindingException exception(String id, Instant from, Instant until) {
        return new FindingException(
                id,
                ExceptionKind.VERDICT,
                List.of("brute-force"),
                List.of("m/004"),
                List.of(),
                List.of(),
                "koordinator",
                "uji beban",
                from,
                until);
    }
}
