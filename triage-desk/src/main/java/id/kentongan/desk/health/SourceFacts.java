package id.kentongan.desk.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one source of alerts; null = nobody told it. Times are UTC, by the forwarder's clock.
 *
 * @param host that its forwarder runs on
 * @param delayMillis how long after its event an alert may still reach the source; 0 where that is not known
 * @param retired it sends nothing more and is not missed
 * @param beat its last heartbeat that the desk read
 */
record SourceFacts(
        String source,
        @Nullable String host,
        @Nullable String kind,
        long delayMillis,
        boolean retired,
        @Nullable Instant beat,
        @Nullable Ledger ledger) {
    /**
     * Its forwarder's account.
     *
     * @param told when it was written
     * @param began the counts run since then
     * @param upTo all up to this moment is sent
     * @param lastAlert greatest event time that arrived
     * @param acknowledged lines that arrived
     * @param bytesBehind that are there and not yet read
     * @param trouble what keeps the source from being read or sent
     */
    record Ledger(
            Instant told,
            Instant began,
            @Nullable Instant upTo,
            @Nullable Instant lastAlert,
            long acknowledged,
            long refused,
            long bytesBehind,
            @Nullable String trouble,
            long gapCount) {}
}
