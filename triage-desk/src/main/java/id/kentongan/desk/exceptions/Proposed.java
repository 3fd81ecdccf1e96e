package id.kentongan.desk.exceptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal and what became of it.
 *
 * @param from when it took force, and {@code until} when it ends by itself; null where it never did
 */
record Proposed(
        String id,
        String caseNumber,
        Scope scope,
        String reason,
        int days,
        State state,
        String proposedBy,
        @Nullable String decidedBy,
        @Nullable Instant from,
        @Nullable Instant until) {
    enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED,
        ENDED
    }
}
