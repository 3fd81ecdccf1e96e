package id.kentongan.job.correlation;

import id.kentongan.job.correlation.Episodes.Folded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the episodes of one rule and entity when late alerts changed its matches.
 *
 * <p>An episode all of whose matches still hold, with the first on the same agent, goes on under its name, with those
 * that were missing. Any other that was
 * told is withdrawn, and what holds in its place is another episode: a name never stands for fewer matches than before.
 *
 * @param episodes all that hold now, in order of time
 * @param told those of them that are new or hold more than before
 * @param withdrawn as they were told
 * @param names what an episode is called that is not called by its first match: epoch milliseconds of both
 */
record Revision(List<Folded> episodes, List<Folded> told, List<Folded> withdrawn, Map<Long, Long> names) {

    /**
     * @param before as told, by the names that they have
     * @param after as folded, by their first matches
     * @param gone names of episodes that were withdrawn before
     */
    static Revision of(List<Folded> before, List<Folded> after, Set<Long> gone) {
        Set<Long> used = new HashSet<>(gone);
        before.forEach(each -> used.add(name(each.episode())));
        List<Folded> episodes = new ArrayList<>();
        List<Folded> told = new ArrayList<>();
        Set<Long> kept = new HashSet<>();
        Map<Long, Long> names = new HashMap<>();
        for (Folded each : after) {
            Folded whole = before.stream()
                    .filter(other -> each.holds(other) && sameAgent(each.episode(), other.episode()))
                    .findFirst()
                    .orElse(null);
            long name = whole == null ? unused(name(each.episode()), used) : name(whole.episode());
            used.add(name);
            kept.add(name);
            if (name != name(each.episode())) {
                names.put(name(each.episode()), name);
            }
            Folded named = each.named(each.episode().startingAt(Instant.ofEpochMilli(name)));
            episodes.add(named);
            if (whole == null || !whole.isSame(each)) {
                told.add(named);
            }
        }
        List<Folded> withdrawn = before.stream()
                .filter(each -> !kept.contains(name(each.episode())))
                .toList();
        return new Revision(episodes, told, withdrawn, names);
    }

    /** The case that has it is one of that agent. */
    private static boolean sameAgent(Episode one, Episode other) {
        return one.asset().node().equals(other.asset().node())
                && one.asset().agentId().equals(other.asset().agentId());
    }

    private static long unused(long wanted, Set<Long> used) {
        long name = wanted;
        while (used.contains(name)) {
            name++;
        }
        return name;
    }

    private static long name(Episode episode) {
        return episode.start().toEpochMilli();
    }
}
