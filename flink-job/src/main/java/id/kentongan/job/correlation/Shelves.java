package id.kentongan.job.correlation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keys by the minute in which they end. */
final class Shelves {
    private static final long MINUTE = 60_000;

    private final TreeMap<Long, Set<String>> byMinute = new TreeMap<>();
    private int keys;

    void put(String key, long end) {
        if (byMinute.computeIfAbsent(minute(end), any -> new HashSet<>()).add(key)) {
            keys++;
        }
    }

    void remove(String key, long end) {
        Set<String> there = byMinute.get(minute(end));
        if (there != null && there.remove(key)) {
            keys--;
            if (there.isEmpty()) {
                byMinute.remove(minute(end));
            }
        }
    }

    @Nullable
    String soonest() {
        return byMinute.isEmpty()
                ? null
                : byMinute.firstEntry().getValue().iterator().next();
    }

    List<String> endedBefore(long now) {
        List<String> ended = new ArrayList<>();
        while (!byMinute.isEmpty() && byMinute.firstKey() < minute(now)) {
            ended.addAll(byMinute.pollFirstEntry().getValue());
        }
        keys -= ended.size();
        return ended;
    }

    static long minute(long time) {
        return Math.floorDiv(time, MINUTE);
    }

    int keys() {
        return keys;
    }
}
