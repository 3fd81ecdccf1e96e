package id.kentongan.job.casework;

import id.kentongan.job.anomaly.Bits;
import id.kentongan.job.anomaly.Habit;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Rates signals in bits, -log2 of a probability, against what the agent and the other agents of its scope are used to.
 * Why each number is what it is: docs/decisions/2026-11-28-few-cases.md.
 */
final class Surprise {
    static final long DAY = Duration.ofDays(1).toMillis();

    /** Days that the assumption below weighs, before anything is known. */
    private static final double PRIOR_DAYS = 0.25;
    /** New windows a day assumed then. */
    private static final double PRIOR_NOVELTY = 4;
    /** Of how many peers a signature can be the first: more do not make it more surprising. */
    private static final double PEERS = 12;

    private static final double COMPANION = 1;
    private static final double SAME_DETECTOR = 2;
    /** A known signature must be rarer than once in 2^6 windows to count, */
    private static final double RARE = 6;
    /** or than once in 2^3 where its agent is under suspicion already: then only few windows are looked at. */
    private static final double RARE_UNDER_SUSPICION = 3;

    private static final double SUSPICION = 9;
    private static final int MOST_COMPANIONS = 10_000;
    /** An agent seen for the first time is believed less: its bits count by so much, coming down to 1 over its first day. */
    private static final double UNKNOWN = 0.6;

    private final ScopeMemory memory;

    Surprise(ScopeMemory memory) {
        this.memory = memory;
    }

    /**
     * @param gain bits that it adds, before techniques and before doubt of an unknown agent; not above 0 = adds nothing
     * @param bits how unusual it is by itself
     */
    record Rated(AgentFile file, double gain, double bits, long knowing, boolean companion) {
        Rated seenAt(long time) {
            return new Rated(file.seenAt(time), gain, bits, knowing, companion);
        }
    }

    Rated rate(Signal signal, AgentFile file, long time) {
        return switch (signal.kind()) {
            case FIRST -> first(signal, file, time);
            case RARE -> rare(signal, file, time);
            case BURST -> burst(signal, file, time);
            case MORE -> new Rated(file, 0, 0, memory.knowing(signal.signature()), false);
        };
    }

    /** By what the bits of this agent are divided: less is believed of what is not known long, or is one of very many. */
    double doubt(AgentFile file, long time, long agents) {
        double young = Math.max(0, 1 - (double) (time - file.since()) / DAY);
        double many = Math.max(0, Bits.log2(agents / PEERS));
        return (1 + UNKNOWN * young) * (1 + many / CaseCard.LINE);
    }

    private Rated first(Signal signal, AgentFile file, long time) {
        Learning learning = file.learning();
        ScopeTotals totals = Objects.requireNonNull(memory.totals());
        String signature = signal.signature();
        double novelty = learning.novelty() * Bits.half(time - learning.at(), DAY);
        boolean window = learning.newWindow(time);
        boolean firstDay = time - file.since() < DAY;
        ScopeTotals now = totals.plusNovelty(time, window, firstDay, (double) (time - learning.at()) / DAY);
        double when = window ? newNow(novelty, file, totals, now, time) : 0;
        long knowing = memory.knowing(signature);
        List<String> beside = window ? List.of() : learning.news();
        boolean companion = meet(beside, signature, now);
        boolean detector = beside.stream().anyMatch(each -> sameDetector(each, signature));
        double which = newHere(knowing, now.agents());
        which = companion ? Math.min(which, COMPANION) : which;
        which = detector ? Math.min(which, SAME_DETECTOR) : which;
        memory.keepKnowing(signature, knowing + 1);
        AgentFile learned = file.with(learning.plusNew(signature, novelty, time));
        // In a scope's first minutes every agent must say something first: that it does is no surprise.
        boolean firstWord = time == file.since() && time - now.since() < Habit.WINDOW;
        double bits = firstWord ? 0 : when + which;
        return new Rated(learned, bits, bits, knowing, companion || detector);
    }

    /** That anything at all is new on this agent in this window. */
    private static double newNow(double novelty, AgentFile file, ScopeTotals before, ScopeTotals now, long time) {
        double own = Bits.remembered(time - file.since(), DAY) / DAY;
        double all = Bits.remembered(time - now.since(), DAY) / DAY;
        double usual = time - file.since() < DAY
                ? (before.firstDays() + PRIOR_NOVELTY * PRIOR_DAYS) / (now.firstDayTime() + PRIOR_DAYS)
                : (before.novelty() * Bits.half(time - before.noveltyAt(), DAY) + PRIOR_NOVELTY * PRIOR_DAYS)
                        / (Math.max(1, now.agents()) * all + PRIOR_DAYS);
        double rate = (novelty + usual * PRIOR_DAYS) / (own + PRIOR_DAYS);
        return -Bits.log2(1 - StrictMath.exp(-Math.max(rate * Habit.WINDOW / DAY, 1e-9)));
    }

    /** That it is this one: the fewer agents know it, the more. */
    private static double newHere(long knowing, long agents) {
        double peers = Math.min((double) Math.max(1, agents), PEERS);
        return -Bits.log2((knowing * peers / Math.max(1, agents) + 0.5) / (peers + 1));
    }

    private Rated rare(Signal signal, AgentFile file, long time) {
        double floor = file.risk().now(time) >= SUSPICION ? RARE_UNDER_SUSPICION : RARE;
        double gain = signal.bits() - floor;
        boolean companion = false;
        Learning learning = file.learning();
        if (signal.bits() >= RARE_UNDER_SUSPICION) {
            companion = meet(learning.besideRare(time), signal.signature(), Objects.requireNonNull(memory.totals()));
            gain = companion ? Math.min(gain, COMPANION) : gain;
            learning = learning.plusRare(signal.signature(), time);
        }
        return new Rated(file.with(learning), gain, signal.bits(), memory.knowing(signal.signature()), companion);
    }

    /** Several rules burst at one cause: of companions only the greatest counts. */
    private Rated burst(Signal signal, AgentFile file, long time) {
        Learning learning = file.learning();
        boolean companion = !learning.burst().isEmpty()
                && !learning.burst().equals(signal.signature())
                && time - learning.burstAt() <= Habit.WINDOW
                && memory.areCompanions(pair(learning.burst(), signal.signature()));
        double told = signal.told();
        double gain = companion ? Math.min(signal.bits(), told - learning.burstBits()) : signal.bits();
        AgentFile now = gain > 0 ? file.with(learning.plusBurst(signal.signature(), told, time)) : file;
        return new Rated(now, gain, Double.MAX_VALUE, memory.knowing(signal.signature()), companion);
    }

    /** Whether one of those beside it is known to come with it; from now on all are. */
    private boolean meet(List<String> beside, String signature, ScopeTotals totals) {
        boolean known = false;
        int met = 0;
        for (String other : beside) {
            if (other.equals(signature)) {
                continue;
            }
            String pair = pair(other, signature);
            if (memory.areCompanions(pair)) {
                known = true;
            } else if (totals.companions() + met < MOST_COMPANIONS) {
                memory.keepCompanions(pair);
                met++;
            }
        }
        memory.keep(totals.plusCompanions(met));
        return known;
    }

    /** One Wazuh rule relays all signatures of an IDS: several at once describe one connection. */
    private static boolean sameDetector(String one, String other) {
        return Signature.rule(one).equals(Signature.rule(other));
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one;
    }
}
