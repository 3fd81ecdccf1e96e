package id.kentongan.job.anomaly;

/**
 * Off-hours in which an account logged in on an agent.
 *
 * @param count with a half-life of 28 days
 * @param newest day of the newest of them, counted from 1970; -1 = none
 */
public record Nights(double count, long newest) {
    static final Nights NONE = new Nights(0, -1);

    Nights plus(long day) {
        return new Nights(on(day) + 1, day);
    }

    double on(long day) {
        return count * Bits.half(Math.max(0, day - newest) * Rhythms.DAY, Rhythms.MEMORY);
    }
}
