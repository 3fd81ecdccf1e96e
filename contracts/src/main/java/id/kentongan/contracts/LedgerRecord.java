package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of all that one source held, on topic {@code ledger}. Counts run since {@code began} and survive
 * restarts: {@code read = acknowledged + refused + lines on their way}.
 *
 * @param began when its checkpoint was first made, or set to another place by a person, UTC
 * @param epoch as in the header of that name
 * @param at wall clock of the forwarder, UTC
 * @param read lines taken from the source and handed to Kafka, acknowledged or not
 * @param acknowledged lines safe on topic {@code alerts}
 * @param refused lines safe on topic {@code alerts.rejected}
 * @param refusedByReason the same by the code in the header REASON
 * @param bytesBehind bytes that are there and not yet read
 * @param upTo "all of mine up to this moment are sent", UTC; null before the first heartbeat
 * @param lastAlert greatest event time acknowledged, UTC
 * @param trouble what keeps the source from being read or sent now; null when all is well
 * @param gapCount gaps found
 * @param gaps the newest of them, at most {@value #MAX_GAPS}
 */
public record LedgerRecord(
        String source,
        String kind,
        Instant began,
        long epoch,
        Instant at,
        long read,
        long acknowledged,
        long refused,
        Map<String, Long> refusedByReason,
        long bytesBehind,
        @Nullable Instant upTo,
        @Nullable Instant lastAlert,
        @Nullable String trouble,
        long gapCount,
        List<Gap> gaps) {
    public static final int MAX_GAPS = 20;

    public LedgerRecord {
        requireNonNull(source, "source");
        requireNonNull(kind, "kind");
        requireNonNull(began, "began");
        requireNonNull(at, "at");
        refusedByReason = Map.copyOf(refusedByReason);
        gaps = List.copyOf(gaps);
    }
}
