package id.kentongan.desk.queue;

import id.kentongan.contracts.Severity;
import java.util.Map;

/**
 * How many cases of each severity a list holds.
 *
 * @param all of them; the most that are counted where there are more
 * @param whole false where there are more than are counted: then nothing is known of each severity
 */
record Counts(Map<Severity, Long> bySeverity, long all, boolean whole) {
    Counts {
        bySeverity = Map.copyOf(bySeverity);
    }

    /** Of a count that stopped as soon as it was beyond {@code most}. */
    static Counts of(Map<Severity, Long> counted, long most) {
        long all = counted.values().stream().mapToLong(Long::longValue).sum();
        return all > most ? new Counts(Map.of(), most, false) : new Counts(counted, all, true);
    }

    long of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0L);
    }
}
