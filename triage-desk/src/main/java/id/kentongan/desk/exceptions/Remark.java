package id.kentongan.desk.exceptions;

import id.kentongan.desk.findings.Effect;
import java.time.Duration;
import java.time.Instant;

/**
 * What somebody should think about, of an exception in force.
 *
 * @param count days without any finding, or findings a day
 */
public record Remark(Kind kind, long count) {
    static final long IDLE_DAYS = 14;
    static final long MANY_A_DAY = 20;

    public enum Kind {
        NONE,
        /** Covered nothing for at least {@value #IDLE_DAYS} days: it can go. */
        IDLE,
        /** Covered more than {@value #MANY_A_DAY} findings a day in the last week: mend the rule, or look again. */
        MANY
    }

    static Remark on(Effect effect, Instant from, Instant now) {
        Instant last = effect.last();
        Duration quiet = Duration.between(last == null || last.isBefore(from) ? from : last, now);
        long days = Math.max(1, Math.min(7, Duration.between(from, now).toDays()));
        if (quiet.toDays() >= IDLE_DAYS) {
            return new Remark(Kind.IDLE, quiet.toDays());
        }
        long daily = effect.lastWeek() / days;
        return daily > MANY_A_DAY ? new Remark(Kind.MANY, daily) : new Remark(Kind.NONE, 0);
    }
}
