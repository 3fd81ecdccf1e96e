package id.kentongan.job.casework;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is going on in a scope.
 *
 * @param cases those that may still grow, in order of opening, at most {@value #MOST_CASES}
 * @param gatherings in order of their numbers, at most {@value #MOST_GATHERINGS}
 */
public record Board(List<CaseCard> cases, List<Gathering> gatherings) {
    static final int MOST_CASES = 1_000;
    static final int MOST_GATHERINGS = 1_000;
    static final Board EMPTY = new Board(List.of(), List.of());

    public Board {
        cases = List.copyOf(cases);
        gatherings = List.copyOf(gatherings);
    }

    @Nullable
    Gathering gathering(long number) {
        return gatherings.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElse(null);
    }

    Board with(CaseCard card) {
        List<CaseCard> all = new ArrayList<>(cases);
        int at = 0;
        while (at < all.size() && !all.get(at).id().equals(card.id())) {
            at++;
        }
        if (at < all.size()) {
            all.set(at, card);
        } else {
            all.add(card);
        }
        return new Board(all.subList(Math.max(0, all.size() - MOST_CASES), all.size()), gatherings);
    }

    /** An empty gathering is none. */
    Board with(Gathering gathering) {
        List<Gathering> all = new ArrayList<>(without(gathering.number()).gatherings);
        if (!gathering.terms().isEmpty()) {
            int at = 0;
            while (at < all.size() && all.get(at).number() < gathering.number()) {
                at++;
            }
            all.add(at, gathering);
        }
        return new Board(cases, all.subList(Math.max(0, all.size() - MOST_GATHERINGS), all.size()));
    }

    Board without(long number) {
        return new Board(
                cases,
                gatherings.stream().filter(each -> each.number() != number).toList());
    }

    boolean isTidy(long time) {
        return cases.stream().noneMatch(each -> each.isOver(time))
                && gatherings.stream().noneMatch(each -> each.isForgotten(time));
    }

    Board withoutForgotten(long time) {
        return new Board(
                cases.stream().filter(each -> !each.isOver(time)).toList(),
                gatherings.stream().filter(each -> !each.isForgotten(time)).toList());
    }
}
