package id.kentongan.job.anomaly;

/**
 * How regularly something comes again.
 *
 * @param last when it came, epoch milliseconds
 * @param interval mean of the newest intervals, milliseconds
 * @param deviation mean of how far they lie from it
 * @param count intervals in a row that fit
 */
public record Beat(long last, double interval, double deviation, long count) {
    /** The newest interval weighs so much in the means. */
    private static final double NEWEST = 0.2;
    /** An interval this much off the mean begins anew. */
    private static final double OFF = 0.25;

    static Beat first(long time) {
        return new Beat(time, 0, 0, 0);
    }

    Beat plus(long time) {
        double now = time - last;
        double off = Math.abs(now - interval);
        if (count == 0 || off > OFF * interval) {
            return new Beat(time, now, 0, 1);
        }
        return new Beat(time, interval + NEWEST * (now - interval), deviation + NEWEST * (off - deviation), count + 1);
    }
}
