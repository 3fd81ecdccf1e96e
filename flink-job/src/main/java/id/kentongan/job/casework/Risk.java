package id.kentongan.job.casework;

import id.kentongan.job.anomaly.Bits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Bits that add up, and fade: half is gone after 15 minutes, so that what has nothing to do with each other seldom adds up.
 *
 * @param at when {@code bits} was right
 * @param techniques of ATT&amp;CK seen while it added up, without their sub-techniques
 */
public record Risk(double bits, long at, List<String> techniques) {
    static final long HALF_LIFE = Duration.ofMinutes(15).toMillis();
    /** What is left of it when it is forgotten, after 65 quiet minutes. */
    private static final double FORGOTTEN = 0.05;

    /** For each further technique: an attack does more than one thing. */
    static final double ANOTHER_TECHNIQUE = 2;

    public Risk {
        techniques = List.copyOf(techniques);
    }

    static Risk noneAt(long time) {
        return new Risk(0, time, List.of());
    }

    boolean isForgotten(long time) {
        return Bits.half(time - at, HALF_LIFE) < FORGOTTEN;
    }

    double now(long time) {
        return bits * Bits.half(time - at, HALF_LIFE);
    }

    double forTechniques(List<String> seen) {
        return !techniques.isEmpty() && seen.stream().anyMatch(each -> !techniques.contains(parent(each)))
                ? ANOTHER_TECHNIQUE
                : 0;
    }

    Risk plus(double more, List<String> seen, long time) {
        List<String> all = new ArrayList<>(techniques);
        seen.stream().map(Risk::parent).filter(each -> !all.contains(each)).forEach(all::add);
        return new Risk(now(time) + more, time, all);
    }

    static String parent(String technique) {
        int dot = technique.indexOf('.');
        return dot < 0 ? technique : technique.substring(0, dot);
    }
}
