package id.kentongan.job.casework;

import id.kentongan.job.anomaly.Bits;
import id.kentongan.job.anomaly.Habit;

/**
 * How often an address, account, file or process turns up in a scope, in whatever: what is there all day links nothing.
 *
 * @param windows of 15 minutes in which it was seen, with a half-life of a day
 * @param windowStart of the newest of them, epoch milliseconds
 * @param last when {@code windows} was right
 */
public record Seen(double windows, long windowStart, long last) {
    static final Seen NEVER = new Seen(0, Long.MIN_VALUE / 2, 0);

    /** However rare a name is, it links nothing over a longer time than this. */
    static final long NEAR = 30 * 60_000;

    static final long FORGOTTEN = 7 * Surprise.DAY;
    /** Of a scope. Of more than that nothing is known, and what is not known links nothing. */
    static final int MOST = 100_000;

    Seen plus(long time) {
        boolean another = time - windowStart > Habit.WINDOW;
        double now = windows * Bits.half(Math.max(0, time - last), Surprise.DAY);
        return new Seen(another ? now + 1 : now, another ? time : windowStart, Math.max(last, time));
    }

    /**
     * How far apart, in milliseconds, so that in one case of a hundred chance alone brings it there in between. Never more
     * than a hundredth of the time that the scope was watched: before that nobody knows which names are ordinary.
     */
    double apart(long time, long since) {
        double now = windows * Bits.half(Math.max(0, time - last), Surprise.DAY);
        double observed = Bits.remembered(Math.max(0, time - since), Surprise.DAY);
        return Math.min(NEAR, Linked.CHANCE * observed / (now + 1));
    }
}
