package id.kentongan.job.rulechange;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.rulebook.Interest;
import id.kentongan.job.rulebook.Rule;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How far back a new version can look: as far as the rules before it made the job keep every alert that it needs.
 */
final class Completeness {
    private final RuleHistory history;

    Completeness(RuleHistory history) {
        this.history = history;
    }

    /**
     * Event time, epoch milliseconds, from which on all that {@code rule} needs has been kept at {@code from};
     * {@link Long#MIN_VALUE} where that is its whole horizon.
     */
    long historyFrom(Rule rule, long from) {
        if (from == Long.MIN_VALUE) {
            return Long.MIN_VALUE;
        }
        long wanted = from - rule.horizon().toMillis();
        long reached = from;
        while (reached > wanted) {
            long since = history.lastChangeBefore(reached);
            long kept = from - keptFor(rule, history.inForceAt(reached - 1));
            if (kept >= reached) {
                return reached;
            }
            if (kept > since) {
                return kept <= wanted ? Long.MIN_VALUE : kept;
            }
            reached = since;
        }
        return Long.MIN_VALUE;
    }

    /** The longest time for which these rules together keep all that {@code rule} needs, milliseconds; 0 = they do not. */
    private static long keptFor(Rule rule, List<RuleHistory.Version> inForce) {
        EntityKind kind = rule.entity();
        NavigableSet<Long> horizons = new TreeSet<>();
        inForce.forEach(version -> horizons.add(version.rule().horizon().toMillis()));
        for (long horizon : horizons.descendingSet()) {
            Interest together = inForce.stream()
                    .map(RuleHistory.Version::rule)
                    .filter(other -> other.entity() == kind)
                    .filter(other -> other.horizon().toMillis() >= horizon)
                    .map(Rule::interest)
                    .reduce(Interest.NONE, Interest::plus);
            if (together.covers(rule.interest())) {
                return horizon;
            }
        }
        return 0;
    }
}
