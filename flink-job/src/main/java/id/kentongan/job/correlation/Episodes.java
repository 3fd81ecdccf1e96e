package id.kentongan.job.correlation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds the matches of one rule and entity into episodes. */
final class Episodes {
    /**
     * An episode with the matches that made it.
     *
     * @param matches those since {@code base}, in order
     * @param base where the first of all goes on from an episode that had begun before, that one
     */
    record Folded(
            Episode episode, List<Match> matches, @Nullable Episode base) {
        Folded {
            matches = List.copyOf(matches);
        }

        /** Whether all that made {@code other} made this too. */
        boolean holds(Folded other) {
            boolean sameBeginning = other.base == null || other.base.equals(base);
            return sameBeginning
                    && other.matches.stream().allMatch(match -> matches.stream().anyMatch(match::isSame));
        }

        boolean isSame(Folded other) {
            return holds(other) && other.holds(this);
        }

        Folded named(Episode named) {
            return new Folded(named, matches, base);
        }
    }

    private Episodes() {}

    /** @param matches after those of {@code base}, in order of time */
    static List<Folded> fold(@Nullable Episode base, List<Match> matches) {
        List<Folded> folded = new ArrayList<>();
        if (base != null) {
            folded.add(new Folded(base, List.of(), base));
        }
        for (Match match : matches) {
            int newest = folded.size() - 1;
            if (newest >= 0 && folded.get(newest).episode().takes(match)) {
                folded.set(newest, plus(folded.get(newest), match));
            } else {
                folded.add(new Folded(Episode.startedBy(match), List.of(match), null));
            }
        }
        return folded;
    }

    private static Folded plus(Folded before, Match match) {
        if (before.episode().knows(match)) {
            return before;
        }
        List<Match> more = new ArrayList<>(before.matches());
        more.add(match);
        return new Folded(before.episode().plus(match), more, before.base());
    }
}
