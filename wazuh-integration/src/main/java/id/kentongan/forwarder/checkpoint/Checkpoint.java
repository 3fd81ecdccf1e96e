package id.kentongan.forwarder.checkpoint;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Gap;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a source is safe in Kafka, and the numbers that go on from there. Counts run since {@code began}.
 *
 * @param began when this checkpoint was first made, UTC
 * @param epoch of the numbering: a number is never given to two different lines within one epoch
 * @param start where to begin while there is no position, as {@link Start} reads it; null: as the settings say
 * @param position behind the last acknowledged line; null at first
 * @param acknowledged lines safe on topic alerts
 * @param refused lines safe on topic alerts.rejected, by reason
 * @param gapCount times that something was missing
 * @param gaps the newest of them
 * @param sequences last number given, by partition of topic alerts, in this epoch
 * @param lastTime greatest event time acknowledged, UTC
 * @param node manager node of the last acknowledged alert; null where none was told
 */
public record Checkpoint(
        Instant began,
        long epoch,
        @Nullable String start,
        @Nullable Position position,
        long acknowledged,
        Map<String, Long> refused,
        long gapCount,
        List<Gap> gaps,
        Map<Integer, Long> sequences,
        @Nullable Instant lastTime,
        @Nullable String node) {

    public Checkpoint {
        requireNonNull(began, "began");
        if (epoch < 1 || acknowledged < 0 || gapCount < 0) {
            throw new IllegalArgumentException(
                    "expected epoch from 1 and counts from 0, got " + epoch + ", " + acknowledged + ", " + gapCount);
        }
        refused = Map.copyOf(refused);
        gaps = List.copyOf(gaps);
        sequences = Map.copyOf(sequences);
    }

    /** Of a source that was never read, or whose checkpoint is lost: the clock makes its numbering another one. */
    public static Checkpoint beginning(Instant now) {
        return new Checkpoint(
                now, Math.max(1, now.getEpochSecond()), null, null, 0, Map.of(), 0, List.of(), Map.of(), null, null);
    }

    /** Of a source that a person sets to another place: what was sent before may be sent again, under new numbers. */
    public Checkpoint soughtTo(Start there, Instant now) {
        return new Checkpoint(
                now, epochAfter(epoch, now), there.text(), null, 0, Map.of(), 0, List.of(), Map.of(), null, node);
    }

    /** The same place under another numbering: what comes again may come in another order. */
    public Checkpoint renumbered(Instant now) {
        return new Checkpoint(
                began,
                epochAfter(epoch, now),
                start,
                position,
                acknowledged,
                refused,
                gapCount,
                gaps,
                Map.of(),
                lastTime,
                node);
    }

    /** An epoch that was never used before, even when the clock stands still or goes back. */
    public static long epochAfter(long epoch, Instant now) {
        return Math.max(epoch + 1, now.getEpochSecond());
    }

    public long refusedInAll() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
