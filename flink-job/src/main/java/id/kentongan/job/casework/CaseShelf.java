package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.job.intake.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done to the cases and agents of a scope, whatever brought it about. Used by one thread. */
final class CaseShelf {
    private final ScopeMemory memory;

    CaseShelf(ScopeMemory memory) {
        this.memory = memory;
    }

    OpenCase open(CaseCard card) {
        return requireNonNull(memory.open(card.id()), card.id());
    }

    void keep(CaseCard card) {
        keep(memory.board().with(card));
    }

    /** What the board has no room for is forgotten: cases that were quiet for longest. */
    void keep(Board now) {
        Board left = now;
        for (CaseCard quiet : now.beyond()) {
            memory.forget(quiet.id());
            left = left.dropping(quiet.id());
        }
        memory.keep(left);
    }

    CaseCard added(CaseCard card, List<Term> joining) {
        CaseCard now = card;
        OpenCase open = open(card);
        open = !joining.isEmpty() && card.beginsChapter(joining.get(0).time()) ? open.inNewChapter() : open;
        for (Term term : joining) {
            String zone = requireNonNull(memory.agent(term.agent())).zone();
            now = now.plus(term.agent(), zone, term.signal().signature(), term.bits(), term.time());
            now = now.leaving(Names.of(term.signal().alert()), term.time());
            open = open.plus(term);
        }
        memory.keep(open);
        return now;
    }

    /** Of each of these names, how lately it must have been elsewhere to link; before they are seen once more. */
    Map<String, Double> apart(Collection<String> traces, long time) {
        long since = totals(time).since();
        Map<String, Double> apart = new TreeMap<>();
        for (String trace : traces) {
            Seen seen = memory.seen(trace);
            boolean known = seen != null || totals(time).traces() < Seen.MOST;
            if (known) {
                apart.put(trace, Objects.requireNonNullElse(seen, Seen.NEVER).apart(time, since));
            }
        }
        return apart;
    }

    void see(Collection<String> traces, long time) {
        for (String trace : traces) {
            if (memory.seen(trace) == null) {
                if (totals(time).traces() >= Seen.MOST) {
                    continue;
                }
                memory.keep(totals(time).plusTrace());
            }
            memory.keepSeen(
                    trace,
                    Objects.requireNonNullElse(memory.seen(trace), Seen.NEVER).plus(time));
        }
    }

    /**
     * What an older case of the agent woke up for belongs to the case that its finding opened.
     *
     * @return the older case, if there is one
     */
    @Nullable
    CaseCard handOn(CaseCard opened, String agent, long time) {
        for (CaseCard older : memory.board().cases()) {
            OpenCase open = open(older);
            boolean woke = older.agents().containsKey(agent)
                    && !older.id().equals(opened.id())
                    && older.lastFinding() > 0
                    && !older.isRunning(time)
                    && time - older.lastSignal() <= CaseCard.ACTIVE;
            if (woke && !open.thisChapter().isEmpty()) {
                return handOn(older, opened);
            }
        }
        return null;
    }

    /**
     * What cases woke up for while a gathering began that opened a case, and that is of the same kind or place, belongs to it.
     *
     * @return those cases
     */
    List<CaseCard> handOn(CaseCard opened, Gathering gathering) {
        List<CaseCard> left = new ArrayList<>();
        for (CaseCard older : memory.board().cases()) {
            boolean woken = !older.id().equals(opened.id()) && gathering.woke(older);
            if (woken && open(older).thisChapter().stream().anyMatch(strand -> isOf(gathering, strand))) {
                left.add(handOn(older, requireNonNull(memory.board().card(opened.id()))));
            }
        }
        return left;
    }

    private boolean isOf(Gathering gathering, Strand strand) {
        AgentFile file = requireNonNull(memory.agent(strand.agent()));
        return gathering.signatures().containsKey(strand.signature())
                || gathering.agents().values().stream().anyMatch(part -> Linked.isNeighbour(part, file));
    }

    private CaseCard handOn(CaseCard older, CaseCard opened) {
        OpenCase open = open(older);
        memory.keep(open.withoutThisChapter());
        memory.keep(open(opened).plus(open.thisChapter()));
        CaseCard now = opened;
        CaseCard left = older;
        for (Strand strand : open.thisChapter()) {
            now = now.plus(strand, requireNonNull(memory.agent(strand.agent())).zone());
            left = left.less(strand.agent(), strand.bits());
        }
        keep(now);
        keep(left);
        return left;
    }

    /** What else is known of the agents: IDS alerts around it, and findings too weak by themselves. */
    void takeWaiting(String id, Collection<String> who) {
        OpenCase open = requireNonNull(memory.open(id));
        for (String agent : who.stream().sorted().toList()) {
            AgentFile file = requireNonNull(memory.agent(agent));
            for (Finding weak : file.waiting()) {
                boolean lately = !weak.last().isBefore(open.openedAt().minusMillis(CaseCard.ACTIVE));
                open = lately && file.bits(weak) > 0 ? open.plus(weak, file.bits(weak)) : open;
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

    void leave(Collection<String> who, Gathering gathering) {
        Gathering left = gathering;
        for (String agent : List.copyOf(who)) {
            left = left.without(agent);
            memory.keep(requireNonNull(memory.agent(agent)).in(AgentFile.NONE));
        }
        memory.keep(memory.board().with(left));
    }

    /** Nothing of old adds up any more. */
    AgentFile forgiven(AgentFile file, long time) {
        Gathering own = memory.board().gathering(file.gathering());
        if (own != null) {
            memory.keep(memory.board().with(own.without(file.agent())));
        }
        return file.with(Risk.noneAt(time)).in(AgentFile.NONE);
    }

    AgentFile file(String agent, @Nullable String ip, long time) {
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

    ScopeTotals totals(long time) {
        return Objects.requireNonNullElseGet(memory.totals(), () -> ScopeTotals.startedAt(time));
    }

    void tidyUp(long time) {
        ScopeTotals totals = memory.totals();
        if (totals != null && !totals.isTidy(time)) {
            int agents = memory.forgetAgents(time);
            memory.keep(totals.tidiedAt(time, agents, memory.forgetTraces(time)));
        }
        forgetCases(time);
    }

    private void forgetCases(long time) {
        Board before = memory.board();
        if (before.isTidy(time)) {
            return;
        }
        Stream.concat(before.cases().stream(), before.decided().stream())
                .filter(card -> card.isOver(time))
                .forEach(card -> memory.forget(card.id()));
        before.merged().stream().filter(gone -> gone.isOver(time)).forEach(gone -> memory.forget(gone.id()));
        memory.keep(before.withoutForgotten(time));
    }
}
