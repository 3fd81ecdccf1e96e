package id.kentongan.job.correlation;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.Needs;
import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.settings.RuleBudgets;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The operator that judges, by itself, with its journal or without: for benches. Alerts come in order of time. */
public interface EngineAlone extends AutoCloseable {
    void take(Alert alert) throws Exception;

    /** All up to this time has come. */
    void pass(long time) throws Exception;

    @Override
    void close();

    /** As in the job. */
    static EngineAlone withJournal(List<RuleRecord> rules) throws Exception {
        KeyedTwoInputStreamOperatorTestHarness<String, EntityAlert, DatedRule, Match> flink =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new CorrelatesAlerts(new JournalLimits(100_000, 5_000_000), RuleBudgets.USUAL),
                        EntityAlert::key,
                        rule -> "",
                        Types.STRING);
        flink.open();
        for (RuleRecord rule : rules) {
            flink.processElement2(new DatedRule(rule, Long.MIN_VALUE, Long.MIN_VALUE), 0);
        }
        Needs needs = needs(rules);
        return new EngineAlone() {
            @Override
            public void take(Alert alert) throws Exception {
                EntityAlert copy = copy(alert, needs);
                if (copy != null) {
                    flink.processElement1(copy, copy.time());
                }
            }

            @Override
            public void pass(long time) throws Exception {
                flink.processWatermark1(new Watermark(time));
                flink.processWatermark2(new Watermark(time));
            }

            @Override
            public void close() {
                try {
                    flink.close();
                } catch (Exception e) {
                    throw new AssertionError("the engine did not close", e);
                }
            }
        };
    }

    /** The runtime and the queue in front of it, which would forget all at a restart. */
    static EngineAlone withoutJournal(List<RuleRecord> rules) {
        List<Match> matches = new ArrayList<>();
        RulesAtWork work = new RulesAtWork(matches::add, new PausedRules(List.of()), status -> {}, RuleBudgets.USUAL);
        work.startAnew(history(rules).inForceAt(0), List.of(), Long.MIN_VALUE);
        PriorityQueue<EntityAlert> pending = new PriorityQueue<>(EntityAlert.ORDER);
        Needs needs = needs(rules);
        return new EngineAlone() {
            @Override
            public void take(Alert alert) {
                EntityAlert copy = copy(alert, needs);
                if (copy != null) {
                    pending.add(copy);
                }
            }

            @Override
            public void pass(long time) {
                while (!pending.isEmpty() && pending.peek().time() <= time) {
                    work.judge(pending.remove());
                }
                work.advanceTo(time);
            }

            @Override
            public void close() {
                work.close();
            }
        };
    }

    private static EntityAlert copy(Alert alert, Needs needs) {
        return needs.horizon(alert) == Needs.NOT ? null : EntityAlert.of(EntityKind.SOURCE_IP, alert);
    }

    private static Needs needs(List<RuleRecord> rules) {
        return history(rules).needsAt(0).get(EntityKind.SOURCE_IP);
    }

    private static RuleHistory history(List<RuleRecord> rules) {
        RuleHistory history = new RuleHistory();
        rules.forEach(rule -> history.add(new DatedRule(rule, Long.MIN_VALUE, Long.MIN_VALUE)));
        return history;
    }
}
