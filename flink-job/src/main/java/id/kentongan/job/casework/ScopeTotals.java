package id.kentongan.job.casework;

import id.kentongan.job.anomaly.Bits;

/**
 * What casework counts over a whole scope.
 *
 * @param since event time of its first signal
 * @param agents known so far
 * @param novelty windows in which some agent did something for the first time, with a half-life of a day
 * @param noveltyAt when that was brought up to date
 * @param firstDays the same windows of agents in their first day, and
 * @param firstDayTime for how many agent days those stand
 * @param signals signals of any weight, fading with a time constant of six hours
 * @param signalsAt when that was brought up to date
 * @param companions pairs of signatures remembered
 * @param gatherings numbers given
 * @param traces addresses, accounts, files and processes remembered
 * @param tidied day, since 1970, on which what is old was last forgotten
 */
public record ScopeTotals(
        long since,
        long agents,
        double novelty,
        long noveltyAt,
        double firstDays,
        double firstDayTime,
        double signals,
        long signalsAt,
        int companions,
        long gatherings,
        int traces,
        long tidied) {

    private static final double FADE = 6 * 3_600_000.0;

    static ScopeTotals startedAt(long time) {
        return new ScopeTotals(time, 0, 0, time, 0, 0, 0, time, 0, 0, 0, time / Surprise.DAY);
    }

    boolean isTidy(long time) {
        return time / Surprise.DAY == tidied;
    }

    ScopeTotals tidiedAt(long time, int fewerAgents, int fewerTraces) {
        return new ScopeTotals(
                since,
                agents - fewerAgents,
                novelty,
                noveltyAt,
                firstDays,
                firstDayTime,
                signals,
                signalsAt,
                companions,
                gatherings,
                traces - fewerTraces,
                time / Surprise.DAY);
    }

    ScopeTotals plusTrace() {
        return new ScopeTotals(
                since,
                agents,
                novelty,
                noveltyAt,
                firstDays,
                firstDayTime,
                signals,
                signalsAt,
                companions,
                gatherings,
                traces + 1,
                tidied);
    }

    ScopeTotals plusAgent() {
        return counting(agents + 1, companions, gatherings);
    }

    ScopeTotals plusSignal(long time) {
        double now = signals * StrictMath.exp(-(time - signalsAt) / FADE) + 1;
        return new ScopeTotals(
                since,
                agents,
                novelty,
                noveltyAt,
                firstDays,
                firstDayTime,
                now,
                time,
                companions,
                gatherings,
                traces,
                tidied);
    }

    ScopeTotals plusNovelty(long time, boolean window, boolean firstDay, double dayPassed) {
        double faded = novelty * Bits.half(time - noveltyAt, Surprise.DAY);
        return new ScopeTotals(
                since,
                agents,
                faded + (window ? 1 : 0),
                time,
                firstDays + (window && firstDay ? 1 : 0),
                firstDayTime + (firstDay ? dayPassed : 0),
                signals,
                signalsAt,
                companions,
                gatherings,
                traces,
                tidied);
    }

    ScopeTotals plusCompanions(int more) {
        return counting(agents, companions + more, gatherings);
    }

    ScopeTotals plusGathering() {
        return counting(agents, companions, gatherings + 1);
    }

    private ScopeTotals counting(long nowAgents, int nowCompanions, long nowGatherings) {
        return new ScopeTotals(
                since,
                nowAgents,
                novelty,
                noveltyAt,
                firstDays,
                firstDayTime,
                signals,
                signalsAt,
                nowCompanions,
                nowGatherings,
                traces,
                tidied);
    }

    /** How many milliseconds apart two signals may be to be no chance: so that {@code expected} of others fall between. */
    double apart(long time, double expected, double most) {
        double observed = Math.max(60_000, FADE * (1 - StrictMath.exp(-(time - since) / FADE)));
        double rate = signals * StrictMath.exp(-(time - signalsAt) / FADE) / observed;
        return Math.min(most, Math.max(1, expected / Math.max(rate, 1e-12)));
    }
}
