package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.CaseStanding;
import id.kentongan.contracts.Decision;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.job.anomaly.Bits;
import id.kentongan.job.anomaly.Habit;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalKind;
import id.kentongan.job.intake.Alert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose case something is. Everything must come in order of event time; the same order gives the same cases.
 *
 * <pre>
 *   signal  ─► Surprise: bits ─► belongs to an open case? ─► yes: joins it
 *                                  └─► no: a gathering ─► over the line? ─► opens a case, or joins one nearby
 *   finding ─► its agent's open case, or opens one at once; a weak one only adds its bits
 * </pre>
 *
 * <p>Over 250 lines because the ways above are one decision, told in its order.
 */
final class Casework {
    /** What a finding of a rule is worth, enough to make its agent a suspect; and a weak one. */
    private static final double FINDING = CaseCard.LINE;

    private static final double WEAK_FINDING = CaseCard.LINE / 3;
    /** What twice as many matches add to a weak one. */
    private static final double A_DOUBLING = 1.5;

    /** A rare signature that adds nothing by itself still shows what a suspect does. */
    private static final double SHOWN_OF_SUSPECT = 5;

    private static final double SHOWN = 7;
    /** An agent that is no suspect brings what it goes on to do for so long. */
    private static final long GOES_ON = 120_000;

    private final ScopeMemory memory;
    private final Surprise surprise;

    Casework(ScopeMemory memory) {
        this.memory = memory;
        this.surprise = new Surprise(memory);
    }

    /** A case that has more to tell; at once, or with what the next minute brings. */
    record Grown(String id, boolean atOnce) {}

    /** People decided: the case takes nothing more. Or they opened it again. */
    void take(Decision decision) {
        Board board = memory.board();
        String id = decision.caseId();
        memory.keep(decision.standing() == CaseStanding.OPEN ? board.reopened(id) : board.decided(id));
    }

    /**
     * Takes a signal.
     *
     * @param time of taking it; what came late is taken later than it happened
     */
    @Nullable
    Grown take(Signal signal, long time) {
        tidyUp(time);
        AgentFile known = file(signal.agent(), signal.alert().agentIp(), time);
        Surprise.Rated rated = surprise.rate(signal, known, time);
        memory.keep(rated.file());
        if (rated.gain() > 0) {
            return weigh(signal, rated, time);
        }
        return signal.kind() == SignalKind.RARE && rated.bits() >= SHOWN_OF_SUSPECT
                ? show(signal, rated, time)
                : goOn(signal, time);
    }

    @Nullable
    Grown take(Finding finding, long time) {
        tidyUp(time);
        AgentFile file = file(Contribution.agentOf(finding), finding.asset().agentIp(), time);
        if (OpenCase.isWithdrawn(finding)) {
            return withdraw(finding, file);
        }
        CaseCard card = openFor(finding, file.agent(), time);
        if (card != null) {
            boolean known = open(card).has(finding);
            memory.keep(open(card).plus(finding));
            keep(found(card, file, known ? 0 : bits(finding), time));
            takeWaiting(card.id(), List.of(file.agent()));
            return new Grown(card.id(), true);
        }
        file = file.waitingFor(finding);
        memory.keep(file);
        return bits(finding) >= CaseCard.LINE || file.suspicion(time) >= CaseCard.LINE
                ? openWith(finding, file, time)
                : null;
    }

    /** It matters to the case that has it alone: there it stays, struck through, and its bits go. */
    private @Nullable Grown withdraw(Finding finding, AgentFile file) {
        for (CaseCard card : memory.board().cases()) {
            OpenCase open = open(card);
            if (card.agents().containsKey(file.agent()) && open.has(finding)) {
                boolean held =
                        open.holding().stream().anyMatch(known -> known.id().equals(finding.id()));
                memory.keep(open.plus(finding));
                keep(held ? card.less(file.agent(), bits(finding)) : card);
                return new Grown(card.id(), true);
            }
        }
        memory.keep(file.notWaitingFor(finding));
        return null;
    }

    /** An IDS alert belongs to the picture of its agent's case. */
    @Nullable
    Grown take(Alert ids, long time) {
        Evidence supporting = ids.as("ids");
        tidyUp(time);
        List<CaseCard> cases = memory.board().cases();
        for (int i = cases.size() - 1; i >= 0; i--) {
            CaseCard card = cases.get(i);
            if (card.agents().containsKey(ids.agent()) && open(card).takes(supporting, ids.agent())) {
                memory.keep(open(card).plus(supporting));
                return new Grown(card.id(), false);
            }
        }
        memory.keep(file(ids.agent(), ids.agentIp(), time).plus(supporting));
        return null;
    }

    private @Nullable Grown weigh(Signal signal, Surprise.Rated rated, long time) {
        AgentFile file = rated.file().risk().isForgotten(time) ? forgiven(rated.file(), time) : rated.file();
        ScopeTotals totals = totals(time).plusSignal(time);
        memory.keep(totals);
        List<String> techniques = signal.alert().techniques();
        double bits =
                (rated.gain() + file.risk().forTechniques(techniques)) / surprise.doubt(file, time, totals.agents());
        file = file.with(file.risk().plus(bits, techniques, time));
        memory.keep(file);
        Term term = new Term(signal, time, bits, rated.knowing(), totals.agents(), rated.companion());
        CaseCard card = new Belonging(memory.board(), totals, time).of(signal, file, rated.bits());
        if (card == null) {
            return gather(term, file, totals);
        }
        boolean counts = signal.kind() != SignalKind.RARE || rated.bits() >= SHOWN || card.isSuspect(file.agent());
        return counts ? join(card, term, file, totals) : null;
    }

    private @Nullable Grown show(Signal signal, Surprise.Rated rated, long time) {
        ScopeTotals totals = totals(time);
        CaseCard card = new Belonging(memory.board(), totals, time).of(signal, rated.file(), rated.bits());
        if (card == null || (rated.bits() < SHOWN && !card.isSuspect(signal.agent()))) {
            return null;
        }
        Term term = new Term(signal, time, 0, rated.knowing(), totals.agents(), rated.companion());
        keep(added(card, List.of(term)));
        return new Grown(card.id(), false);
    }

    /** What brought bits into an active case and goes on without a pause goes there. */
    private @Nullable Grown goOn(Signal signal, long time) {
        List<CaseCard> cases = memory.board().cases();
        for (int i = cases.size() - 1; i >= 0; i--) {
            CaseCard card = cases.get(i);
            Linked.Part part = card.agents().get(signal.agent());
            if (part != null && card.isActive(time) && goesOn(card, signal, time)) {
                boolean its = card.isSuspect(signal.agent()) || time - part.at() <= GOES_ON;
                if (its) {
                    memory.keep(open(card).plus(signal));
                }
                return its ? new Grown(card.id(), false) : null;
            }
        }
        return null;
    }

    private boolean goesOn(CaseCard card, Signal signal, long time) {
        Strand strand = card.signatures().containsKey(signal.signature())
                ? open(card).strand(signal.agent(), signal.signature())
                : null;
        return strand != null && time - strand.last().toEpochMilli() <= Habit.WINDOW;
    }

    private Grown join(CaseCard found, Term term, AgentFile file, ScopeTotals totals) {
        long time = term.time();
        Belonging now = new Belonging(memory.board(), totals, time);
        Gathering own = now.gatheringOf(file);
        List<Term> joining = new ArrayList<>(List.of(term));
        if (own != null) {
            boolean whole = own.hasOthers() && now.isOfThisMoment(found);
            Collection<String> who = whole ? own.agents().keySet() : List.of(file.agent());
            joining.addAll(leadingUp(own, who, time));
            leave(who, own);
        }
        keep(added(found.risen(term.bits(), file.risk().bits(), time), joining));
        return new Grown(found.id(), true);
    }

    private @Nullable Grown gather(Term term, AgentFile file, ScopeTotals totals) {
        long time = term.time();
        Board board = memory.board();
        Gathering own = new Belonging(board, totals, time).gatheringOf(file);
        String signature = term.signal().signature();
        Gathering near = board.gatherings().stream()
                .filter(each -> !each.equals(own) && each.distance(file, signature, totals, time) <= 1)
                .max(Comparator.comparingLong(Gathering::lastSignal).thenComparingLong(Gathering::number))
                .orElse(null);
        Gathering gathering = gathering(own, near, totals, time).plus(term, file.zone());
        memory.keep(memory.board().with(gathering));
        memory.keep(file.in(gathering.number()));
        boolean together = gathering.hasOthers() && gathering.bits() >= Gathering.LINE;
        boolean alone = file.suspicion(time) >= CaseCard.LINE && time - file.since() >= Habit.WINDOW;
        if (!together && !alone) {
            return null;
        }
        Collection<String> who = together ? gathering.agents().keySet() : List.of(file.agent());
        double bits = together ? gathering.bits() : file.risk().bits();
        return open(term, who, gathering, bits, Math.max(bits, file.risk().bits()), totals);
    }

    private Gathering gathering(@Nullable Gathering own, @Nullable Gathering near, ScopeTotals totals, long time) {
        if (own != null && near != null) {
            memory.keep(memory.board().without(own.number()));
            own.agents()
                    .keySet()
                    .forEach(agent ->
                            memory.keep(requireNonNull(memory.agent(agent)).in(near.number())));
            return near.merged(own, time);
        }
        if (own == null && near == null) {
            ScopeTotals numbered = totals.plusGathering();
            memory.keep(numbered);
            return Gathering.startedAt(numbered.gatherings(), time);
        }
        return requireNonNull(own == null ? near : own);
    }

    private Grown open(
            Term term, Collection<String> who, Gathering gathering, double bits, double risk, ScopeTotals totals) {
        long time = term.time();
        Belonging now = new Belonging(memory.board(), totals, time);
        CaseCard card = now.about(who, gathering, risk);
        if (card == null) {
            OpenCase opened = OpenCase.openedBy(term.signal(), memory.board().newestOf(who));
            memory.keep(opened);
            card = CaseCard.openedAt(opened.id(), time);
        }
        keep(added(card.raisedTo(bits, risk, time), leadingUp(gathering, who, time)));
        leave(who, gathering);
        takeWaiting(card.id(), who);
        return new Grown(card.id(), true);
    }

    private Grown openWith(Finding finding, AgentFile file, long time) {
        Belonging now = new Belonging(memory.board(), totals(time), time);
        OpenCase opened = OpenCase.openedBy(finding, memory.board().newestOf(List.of(file.agent())));
        memory.keep(opened);
        CaseCard card = found(CaseCard.openedAt(opened.id(), time), file, bits(finding), time);
        Gathering own = now.gatheringOf(file);
        if (own != null) {
            card = added(card, own.leadingUp(file.agent(), time));
            leave(List.of(file.agent()), own);
        }
        keep(card);
        takeWaiting(card.id(), List.of(file.agent()));
        return new Grown(card.id(), true);
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
                OpenCase open = open(card);
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
                        && finding.evidence().stream().anyMatch(Casework::namesASource));
        return sure ? FINDING : WEAK_FINDING + A_DOUBLING * Bits.log2((double) Math.max(1, finding.matches()));
    }

    private static boolean namesASource(Evidence evidence) {
        String source = evidence.sourceIp();
        return source != null && !source.startsWith("127.") && !source.equals("::1");
    }

    private CaseCard added(CaseCard card, List<Term> joining) {
        CaseCard now = card;
        OpenCase open = open(card);
        for (Term term : joining) {
            String zone = requireNonNull(memory.agent(term.agent())).zone();
            now = now.plus(term.agent(), zone, term.signal().signature(), term.bits(), term.time());
            open = open.plus(term);
        }
        memory.keep(open);
        return now;
    }

    private static List<Term> leadingUp(Gathering gathering, Collection<String> who, long time) {
        return who.stream()
                .sorted()
                .flatMap(agent -> gathering.leadingUp(agent, time).stream())
                .sorted(Comparator.comparingLong(Term::time))
                .toList();
    }

    /** What else is known of the agents: IDS alerts around it, and findings too weak by themselves. */
    private void takeWaiting(String id, Collection<String> who) {
        OpenCase open = requireNonNull(memory.open(id));
        for (String agent : who.stream().sorted().toList()) {
            AgentFile file = requireNonNull(memory.agent(agent));
            for (Finding weak : file.waiting()) {
                boolean lately = !weak.last().isBefore(open.openedAt().minusMillis(CaseCard.ACTIVE));
                open = lately ? open.plus(weak) : open;
            }
            List<Evidence> left = new ArrayList<>();
            for (Evidence before : file.recent()) {
                if (open.takes(before, agent)) {
                    open = open.plus(before);
                } else {
                    left.add(before);
                }
            }
            memory.keep(file.leftWith(left));
        }
        memory.keep(open);
    }

    private void leave(Collection<String> who, Gathering gathering) {
        Gathering left = gathering;
        for (String agent : List.copyOf(who)) {
            left = left.without(agent);
            memory.keep(requireNonNull(memory.agent(agent)).in(AgentFile.NONE));
        }
        memory.keep(memory.board().with(left));
    }

    /** Nothing of old adds up any more. */
    private AgentFile forgiven(AgentFile file, long time) {
        Gathering own = memory.board().gathering(file.gathering());
        if (own != null) {
            memory.keep(memory.board().with(own.without(file.agent())));
        }
        return file.with(Risk.noneAt(time)).in(AgentFile.NONE);
    }

    private void tidyUp(long time) {
        Board before = memory.board();
        if (before.isTidy(time)) {
            return;
        }
        Stream.concat(before.cases().stream(), before.decided().stream())
                .filter(card -> card.isOver(time))
                .forEach(card -> memory.forget(card.id()));
        memory.keep(before.withoutForgotten(time));
    }

    private AgentFile file(String agent, @Nullable String ip, long time) {
        ScopeTotals totals = totals(time);
        AgentFile known = memory.agent(agent);
        if (known != null) {
            return known;
        }
        memory.keep(totals.plusAgent());
        AgentFile created = AgentFile.of(agent, Zone.of(ip), time);
        memory.keep(created);
        return created;
    }

    private ScopeTotals totals(long time) {
        return Objects.requireNonNullElseGet(memory.totals(), () -> ScopeTotals.startedAt(time));
    }

    private OpenCase open(CaseCard card) {
        return requireNonNull(memory.open(card.id()), card.id());
    }

    private void keep(CaseCard card) {
        memory.keep(memory.board().with(card));
    }
}
