package id.kentongan.job.rulechange;

import id.kentongan.job.intake.Alert;
import id.kentongan.job.rulebook.Interest;
import id.kentongan.job.rulebook.Rule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How long an alert can matter to the rules that correlate by one entity kind. Found in a few look-ups, however many. */
public final class Needs {
    /** No rule looks at the alert. */
    public static final long NOT = -1;

    private final Map<String, Long> byRuleId = new HashMap<>();
    private final Map<String, Long> byAction = new HashMap<>();
    private final Map<String, Long> byGroup = new HashMap<>();
    private final long[] byLevel = new long[Interest.NO_LEVEL];
    private long any = NOT;
    private long longest = NOT;

    Needs() {
        Arrays.fill(byLevel, NOT);
    }

    void add(Rule rule) {
        long horizon = rule.horizon().toMillis();
        Interest interest = rule.interest();
        interest.ruleIds().forEach(id -> byRuleId.merge(id, horizon, Math::max));
        interest.actions().forEach(action -> byAction.merge(action, horizon, Math::max));
        interest.groups().forEach(group -> byGroup.merge(group, horizon, Math::max));
        for (int level = interest.levelFrom(); level < byLevel.length; level++) {
            byLevel[level] = Math.max(byLevel[level], horizon);
        }
        any = interest.any() ? Math.max(any, horizon) : any;
        longest = Math.max(longest, horizon);
    }

    /** Milliseconds that the alert matters beyond its time, or {@link #NOT}. */
    public long horizon(Alert alert) {
        long found = Math.max(any, byLevel[Math.max(0, Math.min(alert.level(), byLevel.length - 1))]);
        found = Math.max(found, byRuleId.getOrDefault(alert.ruleId(), NOT));
        found = Math.max(found, byAction.getOrDefault(alert.action().written(), NOT));
        if (!byGroup.isEmpty()) {
            for (String group : alert.groups()) {
                found = Math.max(found, byGroup.getOrDefault(group, NOT));
            }
        }
        return found;
    }

    /** Of all the rules, milliseconds. */
    public long longest() {
        return longest;
    }
}
