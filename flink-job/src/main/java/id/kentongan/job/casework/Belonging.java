package id.kentongan.job.casework;

import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which open case a signal belongs to, seen at one moment. Cases are looked at from the newest to the oldest.
 *
 * @param apart names in the signal's alert, and how lately each must have been seen elsewhere to link
 */
record Belonging(Board board, ScopeTotals totals, Map<String, Double> apart, long time) {

    Belonging(Board board, ScopeTotals totals, long time) {
        this(board, totals, Map.of(), time);
    }

    @Nullable
    Gathering gatheringOf(AgentFile file) {
        Gathering own = file.gathering() == AgentFile.NONE ? null : board.gathering(file.gathering());
        return own != null && own.agents().containsKey(file.agent()) ? own : null;
    }

    /** @param unusual bits of the signal by itself */
    @Nullable
    CaseCard of(Signal signal, AgentFile file, double unusual) {
        double risk = file.risk().now(time);
        boolean isNew = signal.kind() == SignalKind.FIRST;
        for (int i = board.cases().size() - 1; i >= 0; i--) {
            CaseCard card = board.cases().get(i);
            boolean its = card.isActive(time)
                    ? card.holdsAwake(file.agent(), time) && !card.isOutgrown(risk, time)
                    : card.isWokenBy(file.agent(), risk, unusual, isNew, time) && !isSwept(file, signal.signature());
            if (its) {
                return card;
            }
            if (card.agents().containsKey(file.agent()) && card.isRunning(time)) {
                break;
            }
        }
        return nearest(file, signal.signature(), risk);
    }

    /** Others do the same right now: then that is what it belongs to, not a case that sleeps. */
    private boolean isSwept(AgentFile file, String signature) {
        Gathering own = gatheringOf(file);
        List<Linked> others = new ArrayList<>(board.gatherings());
        others.remove(own);
        board.cases().stream().filter(card -> card.isActive(time)).forEach(others::add);
        return (own != null && own.hasOthers()) || others.stream().anyMatch(each -> hasJustSeen(each, signature));
    }

    private boolean hasJustSeen(Linked linked, String signature) {
        Long same = linked.signatures().get(signature);
        return same != null && time - same <= Linked.NEAR_NEIGHBOURS;
    }

    private @Nullable CaseCard nearest(AgentFile file, String signature, double risk) {
        CaseCard best = null;
        double distance = Double.MAX_VALUE;
        for (CaseCard card : board.cases()) {
            if (card.isActive(time) && !card.wokeAround(time) && !card.isOutgrown(risk, time)) {
                double its = card.distance(file, signature, apart, totals, time);
                if (its <= 1 && its < distance) {
                    best = card;
                    distance = its;
                }
            }
        }
        Gathering own = gatheringOf(file);
        if (best == null || (own != null && own.hasOthers())) {
            return best != null && isOfThisMoment(best) ? best : null;
        }
        for (Gathering other : board.gatherings()) {
            if (!other.equals(own) && other.distance(file, signature, apart, totals, time) < distance) {
                return null;
            }
        }
        return best;
    }

    /** Then a whole gathering goes with its agent. */
    boolean isOfThisMoment(CaseCard card) {
        return time - card.lastSignal() <= totals.apart(time, Linked.CHANCE, Linked.NEAR);
    }

    /** An active case that a gathering which is worth a case by itself goes to. */
    @Nullable
    CaseCard about(Collection<String> who, Gathering gathering, double risk) {
        for (int i = board.cases().size() - 1; i >= 0; i--) {
            CaseCard card = board.cases().get(i);
            if (card.isActive(time)
                    && !gathering.woke(card)
                    && !card.isOutgrown(risk, time)
                    && isAbout(card, who, gathering)) {
                return card;
            }
        }
        return null;
    }

    /** One of the agents, or a neighbour of one that was seen lately, is in it. */
    private boolean isAbout(CaseCard card, Collection<String> who, Gathering gathering) {
        return who.stream().anyMatch(agent -> {
            String zone = Objects.requireNonNull(gathering.agents().get(agent)).zone();
            return card.agents().containsKey(agent)
                    || (!zone.isEmpty()
                            && card.agents().values().stream()
                                    .anyMatch(part -> part.zone().equals(zone) && time - part.at() <= CaseCard.ACTIVE));
        });
    }
}
