package id.kentongan.desk.exceptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A proposal and what became of it. */
record Proposed(
        String id,
        String caseNumber,
        Scope scope,
        String reason,
        int days,
        State state,
        String proposedBy,
        @Nullable String decidedBy,
        @Nullable Instant until) {
    enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED,
        ENDED
    }
}
