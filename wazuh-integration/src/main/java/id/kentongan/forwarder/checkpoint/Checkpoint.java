package id.kentongan.forwarder.checkpoint;

import id.kentongan.forwarder.source.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a source is safe in Kafka.
 *
 * @param epoch grows when a source is read anew on purpose; 1 at first
 * @param position of the last acknowledged line; absent at first
 * @param sent lines acknowledged on topic alerts since the beginning
 * @param rejected lines acknowledged on topic alerts.rejected since the beginning
 * @param lastTime greatest event time acknowledged, UTC
 */
public record Checkpoint(
        long epoch,
        @Nullable Position position,
        long sent,
        long rejected,
        @Nullable Instant lastTime) {
    public static final Checkpoint NONE = new Checkpoint(1, null, 0, 0, null);

    public Checkpoint {
        if (epoch < 1 || sent < 0 || rejected < 0) {
            throw new IllegalArgumentException(
                    "expected epoch from 1 and counts from 0, got " + epoch + ", " + sent + ", " + rejected);
        }
    }

    /** One more acknowledged line. */
    public Checkpoint after(Position line, boolean wasRejected, @Nullable Instant time) {
        Instant greatest = lastTime == null || (time != null && time.isAfter(lastTime)) ? time : lastTime;
        return new Checkpoint(epoch, line, sent + (wasRejected ? 0 : 1), rejected + (wasRejected ? 1 : 0), greatest);
    }
}
