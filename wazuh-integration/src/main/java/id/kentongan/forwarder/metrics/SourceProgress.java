package id.kentongan.forwarder.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one source has come.
 *
 * @param readBytes in the unit of {@code totalBytes}
 * @param sent acknowledged on topic alerts
 * @param rejected acknowledged on topic alerts.rejected
 * @param gaps times that something was missing
 * @param lastTime greatest event time acknowledged, UTC
 * @param oldestUnread event time of the line that waits to be sent, UTC; null when none waits
 * @param trouble what keeps it from being read or sent; null when all is well
 * @param ended all is acknowledged and nothing will follow
 */
public record SourceProgress(
        String name,
        String kind,
        long readBytes,
        long totalBytes,
        long sent,
        long rejected,
        long gaps,
        @Nullable Instant lastTime,
        @Nullable Instant oldestUnread,
        @Nullable String trouble,
        boolean ended) {
    public SourceProgress {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
    }

    public static SourceProgress nothingYet(String name, String kind) {
        return new SourceProgress(name, kind, 0, 0, 0, 0, 0, null, null, null, false);
    }

    public long behind() {
        return Math.max(0, totalBytes - readBytes);
    }

    /** The same in that trouble, or in none. */
    public SourceProgress with(@Nullable String now) {
        return new SourceProgress(
                name, kind, readBytes, totalBytes, sent, rejected, gaps, lastTime, oldestUnread, now, ended);
    }
}
