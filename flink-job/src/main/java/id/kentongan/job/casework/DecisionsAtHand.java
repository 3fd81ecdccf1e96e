package id.kentongan.job.casework;

import id.kentongan.contracts.Decision;
import id.kentongan.job.decision.DatedDecided;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What people decided on cases, by the moment from which on it holds. */
final class DecisionsAtHand {
    /** A case is forgotten before what was decided on it: so long after. */
    static final long REMEMBERED = 2 * CaseCard.WATCHED;

    private final TreeMap<Long, List<DatedDecided>> byTime = new TreeMap<>();

    DecisionsAtHand(Collection<DatedDecided> all) {
        all.stream()
                .sorted(Comparator.comparing(DatedDecided::key))
                .forEach(each -> byTime.merge(each.from(), List.of(each), DecisionsAtHand::joined));
    }

    private static List<DatedDecided> joined(List<DatedDecided> some, List<DatedDecided> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Those that begin to hold after one moment and up to another, in order. */
    List<Decision> between(long after, long upTo) {
        return byTime.subMap(after, false, upTo, true).values().stream()
                .flatMap(List::stream)
                .map(each -> each.decided().decision())
                .filter(Objects::nonNull)
                .toList();
    }
}
