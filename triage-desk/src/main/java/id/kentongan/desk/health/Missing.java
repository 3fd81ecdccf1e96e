package id.kentongan.desk.health;

import id.kentongan.contracts.GapReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the desk does not see, or does not know whether it sees.
 *
 * @param what source or topic, text of others; empty where the kind says it all
 * @param since from when on, UTC
 * @param until to when; null = it goes on
 * @param detail in the words of whoever told it; may be empty
 * @param count of records; -1 where none is meant
 */
record Missing(
        Kind kind,
        String what,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable GapReason reason,
        String detail,
        long count) {
    enum Kind {
        NO_SOURCE(false),
        SOURCE_SILENT(true),
        SOURCE_NEVER(true),
        SOURCE_UNKNOWN(false),
        SOURCE_LATE(true),
        SOURCE_TROUBLE(true),
        GAP(true),
        READER_STOPPED(true),
        READER_BEHIND(true),
        READER_UNKNOWN(false),
        JOB_STOPPED(true),
        JOB_BEHIND(true),
        JOB_UNKNOWN(false);

        private final boolean certain;

        Kind(boolean certain) {
            this.certain = certain;
        }

        /** False: it is only not known whether something is missing. */
        boolean certain() {
            return certain;
        }
    }

    static Missing of(Kind kind, String what, @Nullable Instant since) {
        return new Missing(kind, what, since, null, null, "", -1);
    }
}
