package id.kentongan.job.correlation;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.rulechange.Needs;
import id.kentongan.job.rulechange.RuleHistory;
import java.util.Map;

/** What the rules of a time need of alerts, remembered for as long as the same rules hold. */
final class NeedsInForce {
    private final RuleHistory history;
    private Map<EntityKind, Needs> needs = Map.of();
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;

    NeedsInForce(RuleHistory history) {
        this.history = history;
    }

    Map<EntityKind, Needs> at(long time) {
        if (time < from || time >= until) {
            needs = history.needsAt(time);
            from = history.lastChangeBefore(time == Long.MAX_VALUE ? time : time + 1);
            until = history.nextChangeAfter(time);
        }
        return needs;
    }

    /** Milliseconds that this copy matters beyond its time, or {@link Needs#NOT}. */
    long horizon(EntityAlert copy) {
        Needs ofKind = at(copy.time()).get(copy.kind());
        return ofKind == null ? Needs.NOT : ofKind.horizon(copy.alert());
    }

    /** Other versions of rules are known now. */
    void forget() {
        from = Long.MAX_VALUE;
        until = Long.MIN_VALUE;
    }
}
