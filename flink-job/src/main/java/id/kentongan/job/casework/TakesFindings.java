package id.kentongan.job.casework;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.job.anomaly.Bits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings of rules: a sure one joins its agent's case or opens one, a weak one adds its bits. Used by one thread. */
final class TakesFindings {
    /** What a finding of a rule is worth, enough to make its agent a suspect; and a weak one. */
    private static final double FINDING = CaseCard.LINE;

    private static final double WEAK_FINDING = CaseCard.LINE / 3;
    /** What twice as many matches add to a weak one. */
    private static final double A_DOUBLING = 1.5;

    private final ScopeMemory memory;
    private final CaseShelf shelf;

    TakesFindings(ScopeMemory memory, CaseShelf shelf) {
        this.memory = memory;
        this.shelf = shelf;
    }

    List<Casework.Grown> take(Finding finding, long time) {
        AgentFile file =
                shelf.file(Contribution.agentOf(finding), finding.asset().agentIp(), time);
        if (OpenCase.isWithdrawn(finding)) {
            return withdraw(finding, file);
        }
        CaseCard card = openFor(finding, file.agent(), time);
        if (card != null) {
            boolean known = shelf.open(card).has(finding);
            memory.keep(shelf.open(card).plus(finding));
            shelf.keep(found(card, file, known ? 0 : bits(finding), time));
            shelf.takeWaiting(card.id(), List.of(file.agent()));
            return List.of(new Casework.Grown(card.id(), true));
        }
        file = file.waitingFor(finding);
        memory.keep(file);
        return bits(finding) >= CaseCard.LINE || file.suspicion(time) >= CaseCard.LINE
                ? openWith(finding, file, time)
                : List.of();
    }

    /** It matters to the case that has it alone: there it stays, struck through, and its bits go. */
    private List<Casework.Grown> withdraw(Finding finding, AgentFile file) {
        for (CaseCard card : memory.board().cases()) {
            OpenCase open = shelf.open(card);
            if (card.agents().containsKey(file.agent()) && open.has(finding)) {
                boolean held =
                        open.holding().stream().anyMatch(known -> known.id().equals(finding.id()));
                memory.keep(open.plus(finding));
                shelf.keep(held ? card.less(file.agent(), bits(finding)) : card);
                return List.of(new Casework.Grown(card.id(), true));
            }
        }
        memory.keep(file.notWaitingFor(finding));
        return List.of();
    }

    private List<Casework.Grown> openWith(Finding finding, AgentFile file, long time) {
        Belonging now = new Belonging(memory.board(), shelf.totals(time), time);
        OpenCase opened = OpenCase.openedBy(finding, memory.board().newestOf(List.of(file.agent())));
        memory.keep(opened);
        CaseCard card = found(CaseCard.openedAt(opened.id(), time), file, bits(finding), time);
        Gathering own = now.gatheringOf(file);
        if (own != null) {
            card = shelf.added(card, own.leadingUp(file.agent(), time));
            shelf.leave(List.of(file.agent()), own);
        }
        shelf.keep(card);
        shelf.takeWaiting(card.id(), List.of(file.agent()));
        CaseCard older = shelf.handOn(card, file.agent(), time);
        Casework.Grown grown = new Casework.Grown(card.id(), true);
        return older == null ? List.of(grown) : List.of(grown, new Casework.Grown(older.id(), true));
    }

    private static CaseCard found(CaseCard card, AgentFile file, double bits, long time) {
        CaseCard told = card.foundAt(time);
        return (bits > 0 ? told.risen(bits, bits, time) : told).plus(file.agent(), file.zone(), null, bits, time);
    }

    private @Nullable CaseCard openFor(Finding finding, String agent, long time) {
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
        return null;
    }

    /**
     * What a finding is worth. A grave one opens a case by itself, and so does one of middle severity that can name where it
     * came from; without that it may be ten people who mistype, and only grows with what it counts.
     */
    static double bits(Finding finding) {
        boolean sure = finding.severity().compareTo(Severity.MEDIUM) > 0
                || (finding.severity() == Severity.MEDIUM
                        && finding.evidence().stream().anyMatch(TakesFindings::namesASource));
        return sure ? FINDING : WEAK_FINDING + A_DOUBLING * Bits.log2((double) Math.max(1, finding.matches()));
    }

    private static boolean namesASource(Evidence evidence) {
        String source = evidence.sourceIp();
        return source != null && !source.startsWith("127.") && !source.equals("::1");
    }
}
