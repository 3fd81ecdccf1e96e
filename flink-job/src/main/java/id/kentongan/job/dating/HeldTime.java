package id.kentongan.job.dating;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Dates what people change while alerts are judged: from its effective time, or just after the watermark if that is
 * later. Time that passes such a moment waits until a checkpoint holds the decision, so a restart never decides
 * otherwise about what was judged already. Times are event time, epoch milliseconds. Used by one thread.
 */
public final class HeldTime {
    private static final long NOTHING_HELD = Long.MAX_VALUE;
    private static final long END = Long.MAX_VALUE;

    private final boolean checkpoints;
    private long now;
    private long told = Long.MIN_VALUE;
    private long undecidedFrom = NOTHING_HELD;
    private long undecidedSince;
    private long inCheckpoint = NOTHING_HELD;

    /**
     * @param now the watermark of the state gone on from; {@link Long#MIN_VALUE} = none yet
     * @param checkpoints whether there are any to wait for
     */
    public HeldTime(long now, boolean checkpoints) {
        this.now = now;
        this.checkpoints = checkpoints;
    }

    public long now() {
        return now;
    }

    /** Up to where time was told; {@link Long#MIN_VALUE} = not yet. */
    public long told() {
        return told;
    }

    /** True until the first watermark. */
    public boolean hasNotBegun() {
        return now == Long.MIN_VALUE;
    }

    /** From when on it holds; null = as soon as may be. Before time begins, that is {@link Long#MIN_VALUE}: always. */
    public long from(@Nullable Instant wanted) {
        long earliest = now == Long.MIN_VALUE || now == END ? now : now + 1;
        return wanted == null ? earliest : Math.max(earliest, wanted.toEpochMilli());
    }

    /** Lets no time pass this moment until a checkpoint has it. */
    public void holdAt(long from) {
        if (checkpoints && from != Long.MIN_VALUE) {
            undecidedFrom = Math.min(undecidedFrom, from);
        }
    }

    public void passes(long watermark) {
        now = Math.max(now, watermark);
    }

    /** The time that may be told now, where it is a later one than was told. */
    public OptionalLong toTell() {
        long held = Math.min(undecidedFrom, inCheckpoint);
        boolean waits = held != NOTHING_HELD && now != END;
        long upTo = waits ? Math.min(now, held - 1) : now;
        if (upTo <= told) {
            return OptionalLong.empty();
        }
        told = upTo;
        return OptionalLong.of(upTo);
    }

    /** A checkpoint takes in all that was decided before. */
    public void checkpointBegins(long id) {
        if (undecidedFrom != NOTHING_HELD) {
            inCheckpoint = Math.min(inCheckpoint, undecidedFrom);
            undecidedFrom = NOTHING_HELD;
            undecidedSince = id;
        }
    }

    public void checkpointIsComplete(long id) {
        if (inCheckpoint != NOTHING_HELD && id >= undecidedSince) {
            inCheckpoint = NOTHING_HELD;
        }
    }
}
