package id.kentongan.job.decision;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which exceptions hold at a time. */
final class Exceptions {
    private static final Comparator<DatedDecided> IN_ORDER = Comparator.comparingLong(DatedDecided::from);

    private Exceptions() {}

    /** Whether one of those in force at {@code time} covers the finding. */
    static boolean cover(Finding finding, long time, Collection<DatedDecided> known) {
        Map<String, DatedDecided> inForce = new HashMap<>();
        known.stream()
                .filter(dated -> dated.from() <= time)
                .sorted(IN_ORDER)
                .forEach(dated -> inForce.put(dated.decided().key(), dated));
        return inForce.values().stream()
                .map(dated -> dated.decided().exception())
                .anyMatch(exception -> exception != null && exception.covers(finding));
    }

    /** Those that can matter after {@code time} no more: another version has taken their place, or they have ended. */
    static List<DatedDecided> spent(Collection<DatedDecided> known, long time) {
        return known.stream()
                .filter(dated -> dated.from() <= time && (hasEnded(dated, time) || isReplaced(dated, known, time)))
                .toList();
    }

    private static boolean hasEnded(DatedDecided dated, long time) {
        @Nullable FindingException exception = dated.decided().exception();
        return exception == null || exception.until().toEpochMilli() <= time;
    }

    private static boolean isReplaced(DatedDecided dated, Collection<DatedDecided> known, long time) {
        return known.stream()
                .anyMatch(other -> other.decided().key().equals(dated.decided().key())
                        && other.from() > dated.from()
                        && other.from() <= time);
    }
}
