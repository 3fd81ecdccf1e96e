package id.kentongan.job.intake;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Time as the sources tell it: in each partition it is the least "all of mine up to" of the sources that hold time
 * there, and over all partitions the least of these.
 *
 * <p>A source is left behind when it says nothing for {@link Limits#silence} in which others speak, or stays more than
 * {@link Limits#trail} behind the median of the others for {@link Limits#silence}; it holds time again once it has
 * caught up with time. Time in which nobody speaks (the broker is away) counts for nobody. When all have ended, time
 * goes on by {@link #RELEASE} so that everything still pending is judged.
 */
final class Clocks {
    static final Duration RELEASE = Duration.ofHours(1);
    /** Between two words of anybody, at most this much counts as time spoken in. */
    private static final long LONGEST_PAUSE = 5_000;

    /**
     * How patient to be.
     *
     * @param silence of a source, and for how long it may trail
     * @param trail behind the median of the others
     * @param future beyond the broker's time: a word about later is not believed
     * @param unannounced lateness of alerts from a producer that tells no time
     * @param unannouncedSilence of such a producer
     */
    record Limits(Duration silence, Duration trail, Duration future, Duration unannounced, Duration unannouncedSilence)
            implements Serializable {
        static final Limits USUAL = new Limits(
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1));
    }

    /** Stands for all producers that give no source name. */
    static final String UNANNOUNCED = "";

    private final Limits limits;
    private final Map<Integer, Map<String, SourceClock>> clocks = new TreeMap<>();
    private final Map<Integer, Long> lastWord = new HashMap<>();
    private final Set<Integer> heard = new HashSet<>();
    private long reached = Long.MIN_VALUE;
    private long unbelieved;

    Clocks(Limits limits) {
        this.limits = limits;
    }

    /** A source says how far it is. */
    void says(int partition, String source, long upTo, long brokerTime, boolean end) {
        if (upTo > brokerTime + limits.future().toMillis()) {
            unbelieved++;
            return;
        }
        Map<String, SourceClock> there = there(partition);
        pass(partition, there, brokerTime);
        SourceClock before = there.get(source);
        SourceClock first = before == null ? SourceClock.first(partition, source, upTo, brokerTime) : before;
        there.put(source, first.says(upTo, brokerTime, end));
        judge(there);
        heard.add(partition);
    }

    /** An alert of a producer that tells no time: bounded lateness stands in for its word. */
    void saysNothing(int partition, long eventTime, long brokerTime) {
        long upTo = eventTime - limits.unannounced().toMillis();
        says(partition, UNANNOUNCED, Math.min(upTo, brokerTime), brokerTime, false);
    }

    private Map<String, SourceClock> there(int partition) {
        return clocks.computeIfAbsent(partition, any -> new TreeMap<>());
    }

    private void pass(int partition, Map<String, SourceClock> there, long brokerTime) {
        Long last = lastWord.get(partition);
        lastWord.put(partition, last == null ? brokerTime : Math.max(last, brokerTime));
        long passed = last == null ? 0 : Math.min(LONGEST_PAUSE, Math.max(0, brokerTime - last));
        if (passed > 0) {
            there.replaceAll((name, clock) -> waited(clock, there, passed));
        }
    }

    private SourceClock waited(SourceClock clock, Map<String, SourceClock> there, long passed) {
        boolean trails = medianOfOthers(clock, there.values()) - clock.upTo()
                > limits.trail().toMillis();
        return clock.waits(passed).trails(trails ? clock.trailingMillis() + passed : 0);
    }

    private void judge(Map<String, SourceClock> there) {
        there.replaceAll((name, clock) -> {
            if (clock.leftBehind()) {
                boolean caughtUp = clock.silentMillis() == 0 && clock.upTo() >= least(there.values());
                return caughtUp ? clock.leftBehind(false).trails(0) : clock;
            }
            Duration silence = name.equals(UNANNOUNCED) ? limits.unannouncedSilence() : limits.silence();
            boolean lost = clock.silentMillis() > silence.toMillis()
                    || clock.trailingMillis() > limits.silence().toMillis();
            return lost && !clock.ended() ? clock.leftBehind(true) : clock;
        });
    }

    private static long medianOfOthers(SourceClock clock, Collection<SourceClock> all) {
        List<Long> others = all.stream()
                .filter(other -> !other.source().equals(clock.source()) && other.holdsTime())
                .map(SourceClock::upTo)
                .sorted()
                .toList();
        return others.isEmpty() ? clock.upTo() : others.get(others.size() / 2);
    }

    /** How far time has come over the partitions heard here; never goes back. */
    long reached() {
        long now = clocks.entrySet().stream()
                .filter(partition -> heard.contains(partition.getKey()))
                .mapToLong(partition -> reached(partition.getValue().values()))
                .min()
                .orElse(Long.MIN_VALUE);
        reached = Math.max(reached, now);
        return reached;
    }

    private long reached(Collection<SourceClock> there) {
        if (there.stream().anyMatch(SourceClock::holdsTime)) {
            return least(there);
        }
        boolean anyLost = there.stream().anyMatch(clock -> !clock.ended());
        long greatest = there.stream().mapToLong(SourceClock::upTo).max().orElse(Long.MIN_VALUE);
        return anyLost || there.isEmpty() ? reached : greatest + RELEASE.toMillis();
    }

    /** Of those that hold time; the least of all longs when none does. */
    private static long least(Collection<SourceClock> there) {
        return there.stream()
                .filter(SourceClock::holdsTime)
                .mapToLong(SourceClock::upTo)
                .min()
                .orElse(Long.MIN_VALUE);
    }

    /** Words about the future so far. */
    long unbelieved() {
        return unbelieved;
    }

    long leftBehind() {
        return all().stream().filter(SourceClock::leftBehind).count();
    }

    /** From a checkpoint: of two copies of a clock, the one that heard its source last. */
    void merge(SourceClock kept) {
        there(kept.partition()).merge(kept.source(), kept, (a, b) -> b.heard() >= a.heard() ? b : a);
    }

    void reachedBefore(long kept) {
        reached = Math.max(reached, kept);
    }

    Collection<SourceClock> all() {
        return clocks.values().stream()
                .flatMap(there -> there.values().stream())
                .toList();
    }
}
