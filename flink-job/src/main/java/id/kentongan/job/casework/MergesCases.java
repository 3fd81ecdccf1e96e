package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Two open cases that turn out to be one, because the same address, account, file or process was in both within a time in
 * which that is no chance. The bigger one goes on, with all that the other has; of equals the older. The other keeps its
 * content and says where it goes on. Used by one thread.
 */
final class MergesCases {
    private static final Comparator<CaseCard> BIGGER = Comparator.comparingDouble(CaseCard::sum)
            .thenComparing(Comparator.comparingLong(CaseCard::opened).reversed())
            .thenComparing(Comparator.comparing(CaseCard::id).reversed());

    private final ScopeMemory memory;
    private final CaseShelf shelf;

    MergesCases(ScopeMemory memory, CaseShelf shelf) {
        this.memory = memory;
        this.shelf = shelf;
    }

    /**
     * What grew, and what turned out to be part of it.
     *
     * @param apart names in what made it grow, and how lately each must have been seen elsewhere to link
     */
    List<Casework.Grown> after(Casework.Grown grown, Map<String, Double> apart, long time) {
        CaseCard card = memory.board().card(grown.id());
        if (card == null || !grown.atOnce() || !isOneIncident(card, time)) {
            return List.of(grown);
        }
        for (CaseCard other : memory.board().cases()) {
            if (!other.id().equals(card.id()) && isOneIncident(other, time) && other.shares(apart, time)) {
                return merge(card, other, time);
            }
        }
        return List.of(grown);
    }

    /** It never slept: what woke up later may have nothing to do with what it was before. */
    private static boolean isOneIncident(CaseCard card, long time) {
        return card.isActive(time) && card.sleptAt() == 0;
    }

    private List<Casework.Grown> merge(CaseCard one, CaseCard other, long time) {
        boolean itself = BIGGER.compare(one, other) > 0;
        CaseCard bigger = itself ? one : other;
        CaseCard smaller = itself ? other : one;
        OpenCase goesOn = requireNonNull(memory.open(bigger.id()));
        OpenCase gone = requireNonNull(memory.open(smaller.id()));
        memory.keep(goesOn.with(gone));
        memory.keep(gone.mergedInto(bigger.id()));
        shelf.keep(memory.board().merged(smaller, bigger.with(smaller, time), time));
        return List.of(new Casework.Grown(bigger.id(), true), new Casework.Grown(smaller.id(), true));
    }
}
