package id.kentongan.job.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is going on in a scope.
 *
 * @param cases those that may still grow, in order of opening, at most {@value #MOST_CASES}
 * @param decided those that people decided: they take nothing more, but a new case on their agents follows them
 * @param merged those that turned out to be part of another
 * @param gatherings in order of their numbers, at most {@value #MOST_GATHERINGS}
 */
public record Board(List<CaseCard> cases, List<CaseCard> decided, List<Merged> merged, List<Gathering> gatherings) {
    static final int MOST_CASES = 1_000;
    static final int MOST_GATHERINGS = 1_000;
    static final Board EMPTY = new Board(List.of(), List.of(), List.of(), List.of());

    public Board {
        cases = List.copyOf(cases);
        decided = List.copyOf(decided);
        merged = List.copyOf(Objects.requireNonNullElse(merged, List.of())); // absent in older savepoints
        gatherings = List.copyOf(gatherings);
    }

    /**
     * A case that goes on in another.
     *
     * @param at when that turned out, epoch milliseconds
     */
    public record Merged(String id, long at) {
        boolean isOver(long time) {
            return time - at > CaseCard.WATCHED;
        }
    }

    /** One goes on in the other. */
    Board merged(CaseCard gone, CaseCard goesOn, long time) {
        List<Merged> all = new ArrayList<>(merged);
        all.add(new Merged(gone.id(), time));
        return new Board(others(cases, gone.id()), decided, all, gatherings).with(goesOn);
    }

    @Nullable
    CaseCard card(String id) {
        return card(cases, id);
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
        return new Board(all, decided, merged, gatherings);
    }

    /** Of cases that may grow and of decided ones those that there is no room for: the longest quiet. */
    List<CaseCard> beyond() {
        return Stream.concat(beyond(cases), beyond(decided)).toList();
    }

    private static Stream<CaseCard> beyond(List<CaseCard> cards) {
        return cards.stream()
                .sorted(Comparator.comparingLong(CaseCard::last).thenComparing(CaseCard::id))
                .limit(Math.max(0, cards.size() - MOST_CASES));
    }

    Board dropping(String id) {
        return new Board(others(cases, id), others(decided, id), merged, gatherings);
    }

    /** People decided on that case. */
    Board decided(String id) {
        return new Board(others(cases, id), plus(decided, card(cases, id)), merged, gatherings);
    }

    /** People opened it again. */
    Board reopened(String id) {
        return new Board(plus(cases, card(decided, id)), others(decided, id), merged, gatherings);
    }

    private static @Nullable CaseCard card(List<CaseCard> cards, String id) {
        return cards.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    private static List<CaseCard> others(List<CaseCard> cards, String id) {
        return cards.stream().filter(each -> !each.id().equals(id)).toList();
    }

    private static List<CaseCard> plus(List<CaseCard> cards, @Nullable CaseCard one) {
        if (one == null) {
            return cards;
        }
        return Stream.concat(cards.stream(), Stream.of(one))
                .sorted(Comparator.comparingLong(CaseCard::opened).thenComparing(CaseCard::id))
                .toList();
    }

    /** The newest case that one of the agents was in, decided or not. */
    @Nullable
    String newestOf(Collection<String> agents) {
        return Stream.concat(cases.stream(), decided.stream())
                .filter(each -> agents.stream().anyMatch(each.agents()::containsKey))
                .max(Comparator.comparingLong(CaseCard::opened).thenComparing(CaseCard::id))
                .map(CaseCard::id)
                .orElse(null);
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
        return new Board(cases, decided, merged, all.subList(Math.max(0, all.size() - MOST_GATHERINGS), all.size()));
    }

    Board without(long number) {
        return new Board(
                cases,
                decided,
                merged,
                gatherings.stream().filter(each -> each.number() != number).toList());
    }

    boolean isTidy(long time) {
        return Stream.concat(cases.stream(), decided.stream()).noneMatch(each -> each.isOver(time))
                && merged.stream().noneMatch(each -> each.isOver(time))
                && gatherings.stream().noneMatch(each -> each.isForgotten(time));
    }

    Board withoutForgotten(long time) {
        return new Board(
                cases.stream().filter(each -> !each.isOver(time)).toList(),
                decided.stream().filter(each -> !each.isOver(time)).toList(),
                merged.stream().filter(each -> !each.isOver(time)).toList(),
                gatherings.stream().filter(each -> !each.isForgotten(time)).toList());
    }
}
