package id.kentongan.job.correlation;

import java.time.Duration;

/**
 * How late an alert may be and still be judged, and when those that are late are judged together. All in milliseconds of
 * event time, as the watermark tells it.
 */
final class LateLimit {
    /** A source has caught up when time has gone on so far without another late alert. */
    static final long SETTLED = Duration.ofMinutes(1).toMillis();
    /** Those of a source that never catches up are judged after so long all the same. */
    static final long LONGEST_WAIT = Duration.ofMinutes(10).toMillis();
    /** Judging late alerts costs a replay of the journal: not sooner after the last time. */
    static final long BETWEEN = Duration.ofMinutes(5).toMillis();
    /** Of all alerts, however long they matter. */
    static final long LONGEST = Duration.ofHours(1).toMillis();

    private static final long LONG_HORIZON = Duration.ofHours(6).toMillis();
    private static final long OF_LONG_HORIZONS = Duration.ofMinutes(10).toMillis();

    private LateLimit() {}

    /** For an alert that matters for this long. */
    static long of(long horizon) {
        return horizon > LONG_HORIZON ? OF_LONG_HORIZONS : LONGEST;
    }

    /** How much longer than it matters an alert is kept, so that late ones can be judged beside it. */
    static long kept(long horizon) {
        return of(horizon) + LONGEST_WAIT;
    }

    /** The earliest moment that alerts may still tell of, when time has come to {@code now}. */
    static long earliest(long now) {
        return now == Long.MIN_VALUE ? now : now - LONGEST - LONGEST_WAIT;
    }
}
