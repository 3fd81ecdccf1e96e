package id.kentongan.job.correlation;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Refusal;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.settings.RuleBudgets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * The operators that judge and tell, one behind the other, in Flink's harnesses: alerts and dated rules in, matches and
 * findings out.
 */
final class EngineUnderTest implements AutoCloseable {
    private final List<Match> matches = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Refusal> late = new ArrayList<>();
    private final List<RuleStatus> statuses = new ArrayList<>();
    private KeyedTwoInputStreamOperatorTestHarness<String, Alert, DatedRule, Alert> releases;
    private KeyedTwoInputStreamOperatorTestHarness<String, EntityAlert, DatedRule, Match> correlates;
    private KeyedTwoInputStreamOperatorTestHarness<String, Match, Correction, Finding> tells;
    private int copied;
    private int matched;
    private int corrected;
    private int told;

    private final RuleBudgets budgets;

    EngineUnderTest() throws Exception {
        this(RuleBudgets.USUAL);
    }

    EngineUnderTest(RuleBudgets budgets) throws Exception {
        this.budgets = budgets;
        start(List.of());
    }

    private void start(List<OperatorSubtaskState> states) throws Exception {
        releases = new KeyedTwoInputStreamOperatorTestHarness<>(
                new ReleasesAlerts(), Alert::agent, rule -> "", Types.STRING);
        correlates = new KeyedTwoInputStreamOperatorTestHarness<>(
                new CorrelatesAlerts(budgets), EntityAlert::key, rule -> "", Types.STRING);
        tells = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new TellsFindings()), Match::key, Correction::key, Types.STRING);
        copied = 0;
        matched = 0;
        corrected = 0;
        told = 0;
        List<KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, ?>> chain = List.of(releases, correlates, tells);
        for (int i = 0; i < chain.size(); i++) {
            chain.get(i).setup();
            if (!states.isEmpty()) {
                chain.get(i).initializeState(states.get(i));
            }
            chain.get(i).open();
        }
    }

    void rule(DatedRule dated) throws Exception {
        releases.processElement2(dated, 0);
        correlates.processElement2(dated, 0);
    }

    void alerts(List<Alert> alerts) throws Exception {
        for (Alert alert : alerts) {
            releases.processElement1(alert, alert.time().toEpochMilli());
        }
        passCopies();
    }

    private void passCopies() throws Exception {
        List<EntityAlert> copies = side(releases, ReleasesAlerts.COPIES);
        for (EntityAlert copy : copies.subList(copied, copies.size())) {
            correlates.processElement1(copy, copy.time());
        }
        copied = copies.size();
    }

    void time(long upTo) throws Exception {
        Watermark mark = new Watermark(upTo);
        releases.processWatermark1(mark);
        releases.processWatermark2(mark);
        passCopies();
        correlates.processWatermark1(mark);
        correlates.processWatermark2(mark);
        gather(mark);
    }

    private void gather(Watermark mark) throws Exception {
        List<Match> all = correlates.extractOutputValues();
        for (Match match : all.subList(matched, all.size())) {
            matches.add(match);
            tells.processElement1(match, match.time().toEpochMilli());
        }
        matched = all.size();
        var corrections = correlates.getSideOutput(CorrelatesAlerts.CORRECTIONS);
        for (; corrections != null && corrected < corrections.size(); corrected++) {
            tells.processElement2(new ArrayList<>(corrections).get(corrected));
        }
        tells.processWatermark1(mark);
        tells.processWatermark2(mark);
        List<Finding> newer = tells.extractOutputValues();
        findings.addAll(newer.subList(told, newer.size()));
        told = newer.size();
    }

    void restart() throws Exception {
        List<OperatorSubtaskState> states =
                List.of(releases.snapshot(1, 1), correlates.snapshot(1, 1), tells.snapshot(1, 1));
        stop();
        start(states);
    }

    private void stop() throws Exception {
        late.addAll(side(releases, ReleasesAlerts.LATE));
        statuses.addAll(side(correlates, CorrelatesAlerts.STATUS));
        releases.close();
        correlates.close();
        tells.close();
    }

    private static <T> List<T> side(KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, ?> harness, OutputTag<T> tag) {
        var told = harness.getSideOutput(tag);
        return told == null
                ? List.of()
                : told.stream().map(StreamRecord::getValue).toList();
    }

    List<Match> matches() {
        return List.copyOf(matches);
    }

    /** All versions, in the order of telling. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What the last operator keeps, its timers aside. */
    int kept() {
        return tells.numKeyedStateEntries();
    }

    List<Refusal> late() {
        List<Refusal> all = new ArrayList<>(late);
        all.addAll(side(releases, ReleasesAlerts.LATE));
        return all;
    }

    List<RuleStatus> statuses() {
        List<RuleStatus> all = new ArrayList<>(statuses);
        all.addAll(side(correlates, CorrelatesAlerts.STATUS));
        return all;
    }

    int journalled() {
        return correlates.numKeyedStateEntries();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (Exception e) {
            throw new AssertionError("the engine did not close", e);
        }
    }
}
