package id.kentongan.job.anomaly;

/**
 * How often a source address, account, file or process turns up on an agent.
 *
 * @param since number of the hour, since 1970, in which it came first
 * @param hour the newest
 * @param inHour alerts in it
 */
public record Tally(long since, long hour, long inHour) {
    private static final long DAY = 24;
    private static final long WEEK = 7 * DAY;
    /** So long what was seen on two days is remembered. */
    private static final long REMEMBERED = 28 * DAY;

    static Tally startedIn(long hour) {
        return new Tally(hour, hour, 0);
    }

    Tally in(long now) {
        return new Tally(since, now, now == hour ? inHour + 1 : 1);
    }

    double weeks() {
        return (double) (hour - since) / WEEK;
    }

    boolean isForgotten(long now) {
        return now - hour > (hour - since < DAY ? DAY : REMEMBERED);
    }
}
