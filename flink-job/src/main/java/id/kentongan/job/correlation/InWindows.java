package id.kentongan.job.correlation;

import java.util.TreeMap;

/**
 * How many alerts the rules' windows hold at most: those that the runtime was fed and that can still matter. Esper frees
 * them by time alone, so this is what a flood of new keys would fill the heap with.
 */
final class InWindows {
    private static final long MINUTE = 60_000;

    private final TreeMap<Long, Integer> endingByMinute = new TreeMap<>();
    private long alerts;

    /** One that matters up to this event time, epoch milliseconds. */
    void add(long until) {
        endingByMinute.merge(Math.floorDiv(until, MINUTE), 1, Integer::sum);
        alerts++;
    }

    void forgetBefore(long now) {
        while (!endingByMinute.isEmpty() && endingByMinute.firstKey() < Math.floorDiv(now, MINUTE)) {
            alerts -= endingByMinute.pollFirstEntry().getValue();
        }
    }

    /** A fresh runtime knows nothing. */
    void clear() {
        endingByMinute.clear();
        alerts = 0;
    }

    long alerts() {
        return alerts;
    }
}
