package id.kentongan.job.casework;

import id.kentongan.contracts.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings of rules: a sure one joins its agent's case or opens one, a weak one adds its bits. Used by one thread. */
final class TakesFindings {
    private final ScopeMemory memory;
    private final CaseShelf shelf;
    private final MergesCases merges;

    TakesFindings(ScopeMemory memory, CaseShelf shelf) {
        this.memory = memory;
        this.shelf = shelf;
        this.merges = new MergesCases(memory, shelf);
    }

    List<Casework.Grown> take(Finding finding, long time) {
        AgentFile file =
                shelf.file(Contribution.agentOf(finding), finding.asset().agentIp(), time);
        if (OpenCase.isWithdrawn(finding)) {
            return withdraw(finding, file);
        }
        file = file.having(finding);
        memory.keep(file);
        double bits = file.bits(finding);
        Map<String, Double> apart = shelf.apart(Traces.of(finding), time);
        CaseCard card = openFor(finding, file.agent(), apart, time);
        boolean known = card != null && shelf.open(card).has(finding);
        if (card != null && (known || bits > 0)) {
            memory.keep(shelf.open(card).plus(finding, bits));
            shelf.keep(found(card, finding, file, known ? 0 : bits, time));
            shelf.takeWaiting(card.id(), List.of(file.agent()));
            return merges.after(new Casework.Grown(card.id(), true), apart, time);
        }
        file = file.waitingFor(finding);
        memory.keep(file);
        boolean enough = bits >= CaseCard.LINE || file.suspicion(time) >= CaseCard.LINE;
        return bits > 0 && enough ? openWith(finding, file, apart, time) : List.of();
    }

    /** It matters to the case that has it alone: there it stays, struck through, and its bits go. */
    private List<Casework.Grown> withdraw(Finding finding, AgentFile file) {
        for (CaseCard card : memory.board().cases()) {
            OpenCase open = shelf.open(card);
            if (card.agents().containsKey(file.agent()) && open.has(finding)) {
                boolean held =
                        open.holding().stream().anyMatch(known -> known.id().equals(finding.id()));
                memory.keep(open.plus(finding, open.bits(finding)));
                shelf.keep(held ? card.less(file.agent(), open.bits(finding)) : card);
                return List.of(new Casework.Grown(card.id(), true));
            }
        }
        memory.keep(file.notWaitingFor(finding));
        return List.of();
    }

    private List<Casework.Grown> openWith(Finding finding, AgentFile file, Map<String, Double> apart, long time) {
        Belonging now = new Belonging(memory.board(), shelf.totals(time), time);
        OpenCase opened =
                OpenCase.openedBy(finding, file.bits(finding), memory.board().newestOf(List.of(file.agent())));
        memory.keep(opened);
        CaseCard card = found(CaseCard.openedAt(opened.id(), time), finding, file, file.bits(finding), time);
        Gathering own = now.gatheringOf(file);
        if (own != null) {
            card = shelf.added(card, own.leadingUp(file.agent(), time));
            shelf.leave(List.of(file.agent()), own);
        }
        shelf.keep(card);
        shelf.takeWaiting(card.id(), List.of(file.agent()));
        CaseCard older = shelf.handOn(card, file.agent(), time);
        Casework.Grown grown = new Casework.Grown(card.id(), true);
        return older == null ? merges.after(grown, apart, time) : List.of(grown, new Casework.Grown(older.id(), true));
    }

    private static CaseCard found(CaseCard card, Finding finding, AgentFile file, double bits, long time) {
        CaseCard told = card.foundAt(time).leaving(Traces.of(finding), time);
        return (bits > 0 ? told.risen(bits, bits, time) : told).plus(file.agent(), file.zone(), null, bits, time);
    }

    private @Nullable CaseCard openFor(Finding finding, String agent, Map<String, Double> apart, long time) {
        List<CaseCard> cases = memory.board().cases();
        for (int i = cases.size() - 1; i >= 0; i--) {
            CaseCard card = cases.get(i);
            if (card.agents().containsKey(agent)) {
                OpenCase open = shelf.open(card);
                boolean about = open.hasFindingOf(agent)
                        || card.isSuspect(agent)
                        || (card.isActive(time) && card.holdsAwake(agent, time));
                if (about && open.takes(finding)) {
                    return card;
                }
            }
        }
        return cases.stream()
                .filter(card -> card.isActive(time) && card.shares(apart, time))
                .filter(card -> shelf.open(card).takes(finding))
                .max(Comparator.comparingLong(CaseCard::opened).thenComparing(CaseCard::id))
                .orElse(null);
    }
}
