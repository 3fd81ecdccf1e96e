package id.kentongan.job.correlation;

/** So many late alerts an hour of event time may cost a second look. Used by one thread; a restart counts anew. */
final class LateAnHour {
    private static final int MOST = 100_000;

    private long hour;
    private int inHour;

    /** Whether there is room for one more, {@code now} in epoch milliseconds. */
    boolean takes(long now) {
        long present = Math.floorDiv(now, LateLimit.LONGEST);
        inHour = present == hour ? inHour + 1 : 1;
        hour = present;
        return inHour <= MOST;
    }
}
