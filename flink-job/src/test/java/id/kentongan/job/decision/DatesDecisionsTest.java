package id.kentongan.job.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.CaseStanding;
import id.kentongan.contracts.Decision;
import id.kentongan.job.intake.Alert;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatesDecisionsTest {
    private static final long T = Instant.parse("2026-11-02T01:00:00Z").toEpochMilli();

    private TwoInputStreamOperatorTestHarness<Decided, Alert, DatedDecided> dates;

    @BeforeEach
    void open() throws Exception {
        dates = new TwoInputStreamOperatorTestHarness<>(new DatesDecisions(true));
        dates.open();
    }

    @AfterEach
    void close() throws Exception {
        dates.close();
    }

    @Test
    void decisionHoldsJustAfterTheWatermarkAndTimeWaitsForACheckpoint() throws Exception {
        time(T);
        decide("c-1", null);
        time(T + 5_000);

        assertThat(froms()).containsExactly(T + 1);
        assertThat(reached()).isEqualTo(T);

        dates.snapshot(1, 1);
        dates.notifyOfCompletedCheckpoint(1);
        assertThat(reached()).isEqualTo(T + 5_000);
    }

    @Test
    void decisionOfThePastThatIsReadBeforeTimeBeginsHoldsFromItsOwnTime() throws Exception {
        decide("c-1", Instant.ofEpochMilli(T + 60_000));
        time(T + 90_000);

        assertThat(froms()).containsExactly(T + 60_000);
        assertThat(reached()).isEqualTo(T + 59_999);
    }

    @Test
    void restartGoesOnFromTheTimeThatItHad() throws Exception {
        time(T);
        OperatorSubtaskState state = dates.snapshot(1, 1);
        dates.close();
        dates = new TwoInputStreamOperatorTestHarness<>(new DatesDecisions(true));
        dates.initializeState(state);
        dates.open();
        decide("c-1", null);

        assertThat(froms()).containsExactly(T + 1);
    }

    private void decide(String caseId, @Nullable Instant from) throws Exception {
        Decision decision = new Decision(
                caseId, CaseStanding.FALSE_POSITIVE, null, null, Instant.ofEpochMilli(T), "koordinator", from);
        dates.processElement1(new StreamRecord<>(Decided.onCase(caseId, decision)));
    }

    private void time(long upTo) throws Exception {
        dates.processWatermark2(new Watermark(upTo));
    }

    private List<Long> froms() {
        return dates.extractOutputValues().stream().map(DatedDecided::from).toList();
    }

    private long reached() {
        return dates.getOutput().stream()
                .filter(Watermark.class::isInstance)
                .mapToLong(mark -> ((Watermark) mark).getTimestamp())
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
