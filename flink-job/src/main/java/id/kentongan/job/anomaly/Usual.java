package id.kentongan.job.anomaly;

/**
 * What is usual on an agent in one hour of the week.
 *
 * @param weeks in which the hour was seen with the agent known, with a half-life of 28 days
 * @param record greatest count of the hour, fading by a tenth a week
 * @param hour number since 1970 of the newest such hour, which is not in the record yet
 * @param count alerts in it, known at powers of two
 */
public record Usual(double weeks, double record, long hour, long count) {
    static final Usual NOTHING = new Usual(0, 0, -1, 0);

    /** So many alerts in that hour by now. */
    Usual in(long now, long alerts) {
        if (now == hour) {
            return new Usual(weeks, record, hour, alerts);
        }
        long passed = hour < 0 ? 0 : now - hour;
        double kept = hour < 0 ? 0 : (weeks + 1) * Bits.half(passed * Rhythms.HOUR, Rhythms.MEMORY);
        double faded = record * StrictMath.pow(0.9, passed / 168.0);
        return new Usual(kept, Math.max(faded, (double) count), now, alerts);
    }
}
