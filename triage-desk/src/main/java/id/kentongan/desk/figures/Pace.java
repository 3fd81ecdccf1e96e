package id.kentongan.desk.figures;

import java.time.Duration;

/**
 * How long one stage took, over the times that it was left.
 *
 * @param work median of processing, in working time
 * @param waited median of the time in which the clock stood
 * @param limited of those times, how many had a limit
 * @param inTime of those, how many kept it
 */
public record Pace(long times, Duration work, Duration waited, long limited, long inTime) {
    /** 0 to 100; -1 where nothing had a limit. */
    static long percent(long inTime, long limited) {
        return limited == 0 ? -1 : Math.round(100.0 * inTime / limited);
    }
}
