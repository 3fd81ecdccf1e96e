package id.kentongan.job.rulechange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleStanding;
import id.kentongan.contracts.RuleState;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.rulebook.RuleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatesRulesTest {
    private static final long T = Instant.parse("2026-11-02T01:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    private TwoInputStreamOperatorTestHarness<RuleRecord, Alert, DatedRule> dates;

    @BeforeEach
    void open() throws Exception {
        dates = harness(List.of(rule("brute-force")), null);
    }

    @AfterEach
    void close() throws Exception {
        dates.close();
    }

    @Test
    void whatTheJobBeganWithHoldsForAllAlerts() throws Exception {
        time(T);

        assertThat(told()).extracting(DatedRule::from).containsExactly(Long.MIN_VALUE);
        assertThat(reached()).isEqualTo(T);
        assertThat(statuses())
                .extracting(RuleStatus::slug, RuleStatus::standing)
                .containsExactly(tuple("brute-force", RuleStanding.DEPLOYED));
    }

    @Test
    void laterRuleHoldsJustAfterTheWatermarkAndTimeWaitsUntilACheckpointHasIt() throws Exception {
        time(T);
        send(rule("web-shell"));
        time(T + 5_000);

        assertThat(told()).extracting(DatedRule::from).containsExactly(Long.MIN_VALUE, T + 1);
        assertThat(reached()).as("nothing after the decision is let out").isEqualTo(T);

        dates.snapshot(1, 1);
        time(T + 6_000);
        assertThat(reached()).as("a checkpoint under way is none").isEqualTo(T);
        dates.notifyOfCompletedCheckpoint(1);
        assertThat(reached()).isEqualTo(T + 6_000);
    }

    @Test
    void effectiveTimeInTheFutureIsKept() throws Exception {
        time(T);
        send(with(rule("web-shell"), RuleState.ACTIVE, Instant.ofEpochMilli(T + HOUR)));
        send(with(rule("brute-force"), RuleState.ACTIVE, Instant.ofEpochMilli(T - HOUR)));

        assertThat(told()).extracting(DatedRule::from).containsExactly(Long.MIN_VALUE, T + HOUR, T + 1);
    }

    @Test
    void restartDecidesNothingAnewAndForgetsNothing() throws Exception {
        time(T);
        send(rule("web-shell"));
        OperatorSubtaskState state = dates.snapshot(1, 1);
        dates.close();
        dates = harness(List.of(rule("scan-exploit-foothold")), state);
        send(rule("web-shell"));
        time(T + HOUR);

        assertThat(told()).as("known, or no longer the first").isEmpty();
        assertThat(reached()).isEqualTo(T + HOUR);
    }

    @Test
    void faultyRuleIsRefusedWithItsFaultsAndWhatHeldStays() throws Exception {
        time(T);
        RuleRecord rule = rule("brute-force");
        send(new RuleRecord(
                rule.slug(), "1".repeat(64), RuleState.ACTIVE, rule.ruleYml(), "select * from Nothing", null));

        assertThat(told()).hasSize(1);
        RuleStatus status = statuses().get(1);
        assertThat(status.standing()).isEqualTo(RuleStanding.REFUSED);
        assertThat(status.why()).anyMatch(why -> why.contains("line 1, column 15"));
        time(T + 1_000);
        assertThat(reached()).as("a refusal holds no time").isEqualTo(T + 1_000);
    }

    @Test
    void disabledRuleNeedsNoSoundText() throws Exception {
        time(T);
        send(new RuleRecord("brute-force", "2".repeat(64), RuleState.DISABLED, "", "", null));

        assertThat(told()).extracting(DatedRule::from).containsExactly(Long.MIN_VALUE, T + 1);
        assertThat(statuses().get(1).standing()).isEqualTo(RuleStanding.DISABLED);
    }

    @Test
    void ruleThatNobodyKeptAlertsForSaysFromWhenOnItIsComplete() throws Exception {
        time(T);
        send(rule("brute-force-success"));

        assertThat(told().get(1).historyFrom()).as("another kind of entity").isEqualTo(T + 1);
        assertThat(statuses().get(1).completeFrom()).isEqualTo(Instant.ofEpochMilli(T + 1 + 15 * 60_000));
    }

    @Test
    void otherTextOfARuleLooksBackAsFarAsTheFirst() throws Exception {
        time(T);
        RuleRecord rule = rule("brute-force");
        String yml = rule.ruleYml().replace("threshold: 10", "threshold: 8");
        send(new RuleRecord(rule.slug(), "3".repeat(64), RuleState.ACTIVE, yml, rule.ruleEpl(), null));
        String longer = yml.replace("window: PT5M", "window: PT9M");
        send(new RuleRecord(rule.slug(), "4".repeat(64), RuleState.ACTIVE, longer, rule.ruleEpl(), null));

        assertThat(told().get(1).historyFrom()).isEqualTo(Long.MIN_VALUE);
        assertThat(told().get(2).historyFrom())
                .as("what was kept for five minutes")
                .isEqualTo(T + 1 - 5 * 60_000);
        assertThat(statuses().get(2).completeFrom()).isEqualTo(Instant.ofEpochMilli(T + 1 + 4 * 60_000));
    }

    private void send(RuleRecord rule) throws Exception {
        dates.processElement1(rule, 0);
    }

    private void time(long upTo) throws Exception {
        dates.processWatermark2(new Watermark(upTo));
    }

    private List<DatedRule> told() {
        return dates.extractOutputValues();
    }

    private long reached() {
        return dates.getOutput().stream()
                .filter(Watermark.class::isInstance)
                .mapToLong(mark -> ((Watermark) mark).getTimestamp())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private List<RuleStatus> statuses() {
        return dates.getSideOutput(DatesRules.STATUS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private static RuleRecord rule(String slug) throws IOException {
        return RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules")).stream()
                .filter(rule -> rule.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static RuleRecord with(RuleRecord rule, RuleState state, Instant from) {
        return new RuleRecord(rule.slug(), rule.sha256(), state, rule.ruleYml(), rule.ruleEpl(), from);
    }

    private static TwoInputStreamOperatorTestHarness<RuleRecord, Alert, DatedRule> harness(
            List<RuleRecord> first, OperatorSubtaskState state) throws Exception {
        var harness = new TwoInputStreamOperatorTestHarness<>(new DatesRules(first, true));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }
}
