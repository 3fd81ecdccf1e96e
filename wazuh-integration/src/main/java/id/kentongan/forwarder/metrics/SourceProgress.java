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
 * @param lastTime greatest event time acknowledged, UTC
 * @param ended all is acknowledged and nothing will follow
 */
public record SourceProgress(
        String name,
        String kind,
        long readBytes,
        long totalBytes,
        long sent,
        long rejected,
        @Nullable Instant lastTime,
        boolean ended) {
    public SourceProgress {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
    }
}
