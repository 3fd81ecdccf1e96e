package id.kentongan.job.settings;

import java.io.Serializable;

/**
 * What one rule may cost a subtask. One that goes beyond is paused, and the others go on.
 *
 * @param matchesAnHour of event time
 * @param keysAnHour entities that it looks at within an hour of event time
 * @param cpuPercent of one core, over a minute
 */
public record RuleBudgets(int matchesAnHour, int keysAnHour, int cpuPercent) implements Serializable {
    /** Twice the addresses that a flood is to bring; half of what its subtask can do. */
    public static final RuleBudgets USUAL = new RuleBudgets(20_000, 2_000_000, 50);

    /** Holds nobody back. */
    public static final RuleBudgets NONE = new RuleBudgets(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    public RuleBudgets {
        if (matchesAnHour < 1 || keysAnHour < 1 || cpuPercent < 1) {
            throw new IllegalArgumentException(
                    "expected budgets from 1, got " + matchesAnHour + ", " + keysAnHour + ", " + cpuPercent);
        }
    }
}
