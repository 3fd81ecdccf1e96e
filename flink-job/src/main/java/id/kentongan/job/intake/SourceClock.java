package id.kentongan.job.intake;

import static java.util.Objects.requireNonNull;

/**
 * What one source has said of time in one partition.
 *
 * @param upTo greatest "all of mine up to", epoch milliseconds
 * @param heard broker's time of its last word, epoch milliseconds; the newer copy of a clock is the true one
 * @param silentMillis time that others have spoken in since its last word
 * @param trailingMillis time that others have spoken in while it was far behind them
 * @param ended it sends nothing more
 * @param leftBehind it no longer holds time back, until it has caught up
 */
public record SourceClock(
        int partition,
        String source,
        long upTo,
        long heard,
        long silentMillis,
        long trailingMillis,
        boolean ended,
        boolean leftBehind) {
    public SourceClock {
        requireNonNull(source, "source");
    }

    static SourceClock first(int partition, String source, long upTo, long heard) {
        return new SourceClock(partition, source, upTo, heard, 0, 0, false, false);
    }

    SourceClock says(long now, long at, boolean end) {
        return new SourceClock(
                partition, source, Math.max(upTo, now), Math.max(heard, at), 0, trailingMillis, end, leftBehind);
    }

    SourceClock waits(long millis) {
        return new SourceClock(
                partition, source, upTo, heard, silentMillis + millis, trailingMillis, ended, leftBehind);
    }

    SourceClock trails(long millis) {
        return new SourceClock(partition, source, upTo, heard, silentMillis, millis, ended, leftBehind);
    }

    SourceClock leftBehind(boolean now) {
        return new SourceClock(partition, source, upTo, heard, silentMillis, trailingMillis, ended, now);
    }

    boolean holdsTime() {
        return !ended && !leftBehind;
    }
}
