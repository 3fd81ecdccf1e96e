package id.kentongan.job.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which rules take more than their share of a core. Esper measures each statement at each event only for a moment now
 * and then, because measuring costs more than most statements do.
 */
final class CpuOfRules {
    static final long EVERY_NANOS = 10_000_000_000L;
    static final long FOR_NANOS = 300_000_000L;
    /** Beyond the budget in so many moments, one after the other: what a rule does over a minute. */
    static final int MOMENTS = 6;

    /** Of a runtime. */
    interface Meter {
        void measure(boolean on);

        /** Nanoseconds by rule, added up over all that was measured. */
        Map<String, Long> measured();
    }

    /** @param slug of the rule; {@code percent} of a core in the last moment */
    record Beyond(String slug, long percent) {}

    private final int mostPercent;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> strikes = new HashMap<>();
    private Map<String, Long> before = Map.of();
    private boolean measuring;
    private long since;

    CpuOfRules(int mostPercent, LongSupplier nanoTime) {
        this.mostPercent = mostPercent;
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** To be asked often. */
    List<Beyond> beyond(Meter meter) {
        long passed = nanoTime.getAsLong() - since;
        if (passed < (measuring ? FOR_NANOS : EVERY_NANOS)) {
            return List.of();
        }
        List<Beyond> beyond = measuring ? judged(meter.measured(), passed) : List.of();
        measuring = !measuring;
        meter.measure(measuring);
        before = meter.measured();
        since = nanoTime.getAsLong();
        return beyond;
    }

    /** Another runtime is at work, which measures nothing yet. */
    void startAnew() {
        measuring = false;
        since = nanoTime.getAsLong();
    }

    private List<Beyond> judged(Map<String, Long> now, long passed) {
        List<Beyond> beyond = new ArrayList<>();
        now.forEach((slug, cpu) -> {
            long percent = 100 * Math.max(0, cpu - before.getOrDefault(slug, 0L)) / passed;
            if (percent <= mostPercent) {
                strikes.remove(slug);
            } else if (strikes.merge(slug, 1, Integer::sum) >= MOMENTS) {
                strikes.remove(slug);
                beyond.add(new Beyond(slug, percent));
            }
        });
        strikes.keySet().retainAll(now.keySet());
        return beyond;
    }
}
