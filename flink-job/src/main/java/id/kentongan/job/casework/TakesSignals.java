package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.anomaly.Habit;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalKind;
import id.kentongan.job.intake.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is unusual: it joins a case, goes on in one, or gathers until it opens one. Used by one thread. */
final class TakesSignals {
    /** A rare signature that adds nothing by itself still shows what a suspect does. */
    private static final double SHOWN_OF_SUSPECT = 5;

    private static final double SHOWN = 7;
    /** An agent that is no suspect brings what it goes on to do for so long. */
    private static final long GOES_ON = 120_000;

    private final ScopeMemory memory;
    private final CaseShelf shelf;
    private final Surprise surprise;
    private final MergesCases merges;
    private final int casesADay;

    TakesSignals(ScopeMemory memory, CaseShelf shelf, int casesADay) {
        this.casesADay = casesADay;
        this.memory = memory;
        this.shelf = shelf;
        this.surprise = new Surprise(memory);
        this.merges = new MergesCases(memory, shelf);
    }

    /**
     * Takes a signal.
     *
     * @param time of taking it; what came late is taken later than it happened
     */
    List<Casework.Grown> take(Signal signal, long time) {
        List<String> traces = Names.of(signal.alert());
        Map<String, Double> apart = shelf.apart(traces, time);
        shelf.see(traces, time);
        List<Casework.Grown> grown = take(signal, apart, time);
        if (grown.isEmpty()) {
            return grown;
        }
        List<Casework.Grown> all = new ArrayList<>(merges.after(grown.get(0), apart, time));
        all.addAll(grown.subList(1, grown.size()));
        return all;
    }

    /** The case that grew first, then those that gave something to it. */
    private List<Casework.Grown> take(Signal signal, Map<String, Double> apart, long time) {
        AgentFile known = shelf.file(signal.agent(), signal.alert().agentIp(), time);
        Surprise.Rated rated = surprise.rate(signal, known, time);
        rated = rated.seenAt(time);
        memory.keep(rated.file());
        if (signal.excepted()) {
            return signal.kind() == SignalKind.MORE ? List.of() : only(except(signal, time));
        }
        if (rated.gain() > 0) {
            return weigh(signal, rated, apart, time);
        }
        return only(
                signal.kind() == SignalKind.RARE && rated.bits() >= SHOWN_OF_SUSPECT
                        ? show(signal, rated, apart, time)
                        : goOn(signal, time));
    }

    private static List<Casework.Grown> only(Casework.@Nullable Grown grown) {
        return grown == null ? List.of() : List.of(grown);
    }

    /** Where a case is about its agent, that case says so. */
    private Casework.@Nullable Grown except(Signal signal, long time) {
        List<CaseCard> cases = memory.board().cases();
        for (int i = cases.size() - 1; i >= 0; i--) {
            CaseCard card = cases.get(i);
            if (card.isActive(time) && card.holdsAwake(signal.agent(), time)) {
                memory.keep(shelf.open(card).plusExcepted());
                return new Casework.Grown(card.id(), false);
            }
        }
        return null;
    }

    private List<Casework.Grown> weigh(Signal signal, Surprise.Rated rated, Map<String, Double> apart, long time) {
        AgentFile file = rated.file().risk().isForgotten(time) ? shelf.forgiven(rated.file(), time) : rated.file();
        ScopeTotals totals = shelf.totals(time).plusSignal(time);
        memory.keep(totals);
        List<String> techniques = signal.alert().techniques();
        double bits =
                (rated.gain() + file.risk().forTechniques(techniques)) / surprise.doubt(file, time, totals.agents());
        file = file.with(file.risk().plus(bits, techniques, time));
        memory.keep(file);
        Term term = new Term(signal, time, bits, rated.knowing(), totals.agents(), rated.companion());
        CaseCard card = new Belonging(memory.board(), totals, apart, time).of(signal, file, rated.bits());
        if (card == null) {
            return gather(term, file, apart, totals);
        }
        boolean counts = signal.kind() != SignalKind.RARE || rated.bits() >= SHOWN || card.isSuspect(file.agent());
        return counts ? List.of(join(card, term, file, totals)) : List.of();
    }

    private Casework.@Nullable Grown show(Signal signal, Surprise.Rated rated, Map<String, Double> apart, long time) {
        ScopeTotals totals = shelf.totals(time);
        CaseCard card = new Belonging(memory.board(), totals, apart, time).of(signal, rated.file(), rated.bits());
        if (card == null || (rated.bits() < SHOWN && !card.isSuspect(signal.agent()))) {
            return null;
        }
        Term term = new Term(signal, time, 0, rated.knowing(), totals.agents(), rated.companion());
        shelf.keep(shelf.added(card, List.of(term)));
        return new Casework.Grown(card.id(), false);
    }

    /** What brought bits into an active case and goes on without a pause goes there. */
    private Casework.@Nullable Grown goOn(Signal signal, long time) {
        List<CaseCard> cases = memory.board().cases();
        for (int i = cases.size() - 1; i >= 0; i--) {
            CaseCard card = cases.get(i);
            Linked.Part part = card.agents().get(signal.agent());
            if (part != null && card.isActive(time) && goesOn(card, signal, time)) {
                boolean its = card.isSuspect(signal.agent()) || time - part.at() <= GOES_ON;
                if (its) {
                    memory.keep(shelf.open(card).plus(signal));
                }
                return its ? new Casework.Grown(card.id(), false) : null;
            }
            if (part != null && card.isRunning(time)) {
                return null;
            }
        }
        return null;
    }

    private boolean goesOn(CaseCard card, Signal signal, long time) {
        Strand strand = card.signatures().containsKey(signal.signature())
                ? shelf.open(card).strand(signal.agent(), signal.signature())
                : null;
        return strand != null && time - strand.last().toEpochMilli() <= Habit.WINDOW;
    }

    private Casework.Grown join(CaseCard found, Term term, AgentFile file, ScopeTotals totals) {
        long time = term.time();
        Belonging now = new Belonging(memory.board(), totals, time);
        Gathering own = now.gatheringOf(file);
        List<Term> joining = new ArrayList<>(List.of(term));
        if (own != null) {
            boolean whole = own.hasOthers() && now.isOfThisMoment(found);
            Collection<String> who = whole ? own.agents().keySet() : List.of(file.agent());
            joining.addAll(leadingUp(own, who, time));
            shelf.leave(who, own);
        }
        shelf.keep(shelf.added(found.risen(term.bits(), file.risk().bits(), time), joining));
        return new Casework.Grown(found.id(), true);
    }

    private List<Casework.Grown> gather(Term term, AgentFile file, Map<String, Double> apart, ScopeTotals totals) {
        long time = term.time();
        Board board = memory.board();
        Gathering own = new Belonging(board, totals, time).gatheringOf(file);
        String signature = term.signal().signature();
        Gathering near = board.gatherings().stream()
                .filter(each -> !each.equals(own) && each.distance(file, signature, apart, totals, time) <= 1)
                .max(Comparator.comparingLong(Gathering::lastSignal).thenComparingLong(Gathering::number))
                .orElse(null);
        Gathering gathering = gathering(own, near, totals, time).plus(term, file.zone());
        memory.keep(memory.board().with(gathering));
        memory.keep(file.in(gathering.number()));
        boolean together = gathering.hasOthers() && gathering.bits() >= Gathering.LINE;
        boolean alone = file.suspicion(time) >= CaseCard.LINE && time - file.since() >= Habit.WINDOW;
        if (!together && !alone) {
            return List.of();
        }
        Collection<String> who = together ? gathering.agents().keySet() : List.of(file.agent());
        double bits = together ? gathering.bits() : file.risk().bits();
        return open(term, who, gathering, bits, file, totals);
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

    private List<Casework.Grown> open(
            Term term, Collection<String> who, Gathering gathering, double bits, AgentFile file, ScopeTotals totals) {
        long time = term.time();
        Belonging now = new Belonging(memory.board(), totals, time);
        double risk = Math.max(bits, file.risk().bits());
        double opening = Math.max(file.risk().bits() / CaseCard.LINE, who.size() > 1 ? bits / Gathering.LINE : 0);
        CaseCard card = now.about(who, gathering, risk);
        if (card == null) {
            Openings past = memory.openings();
            if (!past.admits(gathering.number(), opening, memory.board(), casesADay, totals.since(), time)) {
                memory.keep(past.heldBack(gathering.number(), opening, time));
                return List.of();
            }
            OpenCase opened = OpenCase.openedBy(term.signal(), memory.board().newestOf(who));
            memory.keep(past.opened(gathering.number(), opened.id(), opening, time));
            memory.keep(opened);
            card = CaseCard.openedAt(opened.id(), time);
        }
        shelf.keep(shelf.added(card.raisedTo(bits, risk, opening, time), leadingUp(gathering, who, time)));
        shelf.leave(who, gathering);
        shelf.takeWaiting(card.id(), who);
        List<Casework.Grown> grown = new ArrayList<>(List.of(new Casework.Grown(card.id(), true)));
        shelf.handOn(card, gathering).forEach(older -> grown.add(new Casework.Grown(older.id(), true)));
        return grown;
    }

    private static List<Term> leadingUp(Gathering gathering, Collection<String> who, long time) {
        return who.stream()
                .sorted()
                .flatMap(agent -> gathering.leadingUp(agent, time).stream())
                .sorted(Comparator.comparingLong(Term::time))
                .toList();
    }
}
