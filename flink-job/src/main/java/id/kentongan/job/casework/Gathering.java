package id.kentongan.job.casework;

import id.kentongan.job.anomaly.Bits;
import id.kentongan.job.intake.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Signals of one or more agents that belong together and may become a case.
 *
 * @param bits fading like the risk of an agent
 * @param at when that was right
 * @param terms the newest, at most {@value #MOST}
 */
public record Gathering(
        long number,
        double bits,
        long at,
        long lastSignal,
        List<Term> terms,
        Map<String, Linked.Part> agents,
        Map<String, Long> signatures,
        Map<String, Long> traces)
        implements Linked {
    static final int MOST = 64;
    /** A gathering of several agents opens a case from so many bits on: it has more chances to add up than one agent. */
    static final double LINE = 30;

    private static final long FORGOTTEN = (long) (4.3 * Risk.HALF_LIFE);
    /** Of the terms those count to the case which lead to its opening without a longer pause. */
    private static final long PAUSE = 300_000;

    public Gathering {
        terms = List.copyOf(terms);
        agents = Map.copyOf(agents);
        signatures = Map.copyOf(signatures);
        traces = Map.copyOf(Objects.requireNonNullElse(traces, Map.of())); // absent in older savepoints
    }

    static Gathering startedAt(long number, long time) {
        return new Gathering(number, 0, time, time, List.of(), Map.of(), Map.of(), Map.of());
    }

    boolean isForgotten(long time) {
        return time - at > FORGOTTEN;
    }

    double now(long time) {
        return bits * Bits.half(time - at, Risk.HALF_LIFE);
    }

    boolean hasOthers() {
        return agents.size() > 1;
    }

    Gathering plus(Term term, String zone) {
        long time = term.time();
        List<Term> all = new ArrayList<>(terms);
        all.add(term);
        Map<String, Linked.Part> who = new TreeMap<>(agents);
        Linked.Part before = who.get(term.agent());
        who.put(term.agent(), new Linked.Part((before == null ? 0 : before.bits()) + term.bits(), time, zone));
        Map<String, Long> what = new TreeMap<>(signatures);
        what.put(term.signal().signature(), time);
        return new Gathering(
                number,
                now(time) + term.bits(),
                time,
                time,
                newest(all),
                who,
                what,
                Traces.with(traces, Names.of(term.signal().alert()), time));
    }

    Gathering merged(Gathering other, long time) {
        List<Term> all = new ArrayList<>(terms);
        all.addAll(other.terms);
        all.sort(Comparator.comparingLong(Term::time));
        Map<String, Linked.Part> who = new TreeMap<>(agents);
        other.agents.forEach((agent, part) -> who.merge(agent, part, (a, b) -> a.at() >= b.at() ? a : b));
        Map<String, Long> what = new TreeMap<>(signatures);
        other.signatures.forEach((signature, at) -> what.merge(signature, at, Math::max));
        return new Gathering(
                number,
                now(time) + other.now(time),
                time,
                Math.max(lastSignal, other.lastSignal),
                newest(all),
                who,
                what,
                Traces.with(traces, other.traces));
    }

    /** Others began to do something when the case woke: that woke it, not what it was about before. */
    boolean woke(CaseCard card) {
        return hasOthers() && card.wokeAround(terms.get(0).time());
    }

    /** The agent goes elsewhere, with what it added. */
    Gathering without(String agent) {
        List<Term> left =
                terms.stream().filter(term -> !term.agent().equals(agent)).toList();
        Map<String, Linked.Part> who = new TreeMap<>(agents);
        who.remove(agent);
        double bitsLeft = left.stream()
                .mapToDouble(term -> term.bits() * Bits.half(at - term.time(), Risk.HALF_LIFE))
                .sum();
        return new Gathering(number, bitsLeft, at, lastSignal, left, who, signatures, traces);
    }

    /** The agent's terms that lead up to {@code time}, oldest first. */
    List<Term> leadingUp(String agent, long time) {
        List<Term> leading = new ArrayList<>();
        long until = time;
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term term = terms.get(i);
            if (term.agent().equals(agent)) {
                if (until - term.time() > PAUSE) {
                    break;
                }
                until = Math.min(until, term.time());
                leading.add(0, term);
            }
        }
        return leading;
    }

    private static List<Term> newest(List<Term> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }
}
