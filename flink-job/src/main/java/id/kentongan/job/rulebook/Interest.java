package id.kentongan.job.rulebook;

import id.kentongan.job.intake.Alert;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which alerts can meet a rule's filters: an alert that it does not take meets none of them; one that it takes may.
 *
 * @param any takes every alert
 * @param ruleIds takes alerts of these Wazuh rules
 * @param actions and of these actions, as {@code Action.written()}
 * @param groups and of Wazuh rules in these groups
 * @param levelFrom and of this level or above; {@value #NO_LEVEL} = no alert for its level alone
 */
public record Interest(boolean any, Set<String> ruleIds, Set<String> actions, Set<String> groups, int levelFrom)
        implements Serializable {
    public static final int NO_LEVEL = 17;
    public static final Interest NONE = new Interest(false, Set.of(), Set.of(), Set.of(), NO_LEVEL);
    public static final Interest ANY = new Interest(true, Set.of(), Set.of(), Set.of(), NO_LEVEL);

    public Interest {
        ruleIds = Set.copyOf(ruleIds);
        actions = Set.copyOf(actions);
        groups = Set.copyOf(groups);
    }

    public static Interest ofRules(Collection<String> ruleIds) {
        return new Interest(false, Set.copyOf(ruleIds), Set.of(), Set.of(), NO_LEVEL);
    }

    public boolean takes(Alert alert) {
        return any
                || ruleIds.contains(alert.ruleId())
                || alert.level() >= levelFrom
                || actions.contains(alert.action().written())
                || (!groups.isEmpty() && alert.groups().stream().anyMatch(groups::contains));
    }

    /** Whether every alert that {@code other} takes is taken here too, by its own marks alone. */
    public boolean covers(Interest other) {
        return any
                || (!other.any
                        && ruleIds.containsAll(other.ruleIds)
                        && actions.containsAll(other.actions)
                        && groups.containsAll(other.groups)
                        && levelFrom <= other.levelFrom);
    }

    public Interest plus(Interest other) {
        return new Interest(
                any || other.any,
                both(ruleIds, other.ruleIds),
                both(actions, other.actions),
                both(groups, other.groups),
                Math.min(levelFrom, other.levelFrom));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
