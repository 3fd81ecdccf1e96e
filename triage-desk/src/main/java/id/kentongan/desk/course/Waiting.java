package id.kentongan.desk.course;

import id.kentongan.desk.casefile.WaitingFor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a case waited for others.
 *
 * @param asked what was asked of whom
 * @param by who stopped the clock
 * @param until null while it stands
 * @param ended null while it stands
 * @param answer what came, or why it goes on without
 */
public record Waiting(
        WaitingFor reason,
        String asked,
        String by,
        Instant from,
        @Nullable Instant until,
        @Nullable End ended,
        @Nullable String endedBy,
        String answer) {
    /** What let the clock go on. */
    public enum End {
        /** Somebody noted that what was waited for came. */
        ANSWERED,
        /** What was waited for came into the case itself. */
        ARRIVED,
        /** Somebody goes on without it. */
        BY_HAND,
        /** The case moved to another stage. */
        MOVED
    }
}
