package id.kentongan.job.correlation;

import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.rulechange.RuleHistory.Version;
import java.util.List;
import java.util.function.Predicate;

/** Lets rules judge a span of time, each version as long as it holds. */
final class JudgesThroughChanges {
    /** What is to be judged, and what was. */
    interface Alerts {
        /** Judges what comes up to and with this time, and lets time pass. */
        void judge(RulesAtWork work, long upTo);

        /** Everything up to and with this time that can still matter, in order. */
        List<EntityAlert> judged(long upTo) throws Exception;
    }

    /** At the end of all input time comes as far as that. */
    private static final long NEVER = Long.MAX_VALUE;

    private final RuleHistory history;
    private final Predicate<Version> concerned;

    JudgesThroughChanges(RuleHistory history, Predicate<Version> concerned) {
        this.history = history;
        this.concerned = concerned;
    }

    /** From what the rules know at {@code from}, without telling it, to a fresh runtime. */
    void start(RulesAtWork work, Alerts alerts, long from) throws Exception {
        work.startAnew(inForceAt(from), alerts.judged(from), from);
    }

    /** Judges what comes after {@code from}. */
    void judge(RulesAtWork work, Alerts alerts, long from, long upTo) throws Exception {
        long at = from;
        for (long next = history.nextChangeAfter(at);
                next <= upTo && next != NEVER;
                next = history.nextChangeAfter(at)) {
            alerts.judge(work, next - 1);
            List<Version> inForce = inForceAt(next);
            if (work.needsHistory(inForce, next)) {
                work.startAnew(inForce, alerts.judged(next - 1), next - 1);
            } else {
                work.change(inForce);
            }
            at = next;
        }
        alerts.judge(work, upTo);
    }

    private List<Version> inForceAt(long time) {
        return history.inForceAt(time).stream().filter(concerned).toList();
    }
}
