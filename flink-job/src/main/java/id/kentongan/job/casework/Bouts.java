package id.kentongan.job.casework;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.job.anomaly.Bits;
import id.kentongan.job.anomaly.Habit;
import id.kentongan.job.intake.SourceAddress;
import java.time.Duration;

/**
 * How an agent is used to weak findings of one rule. Findings that overlap are one bout.
 *
 * @param times bouts before the present one, forgotten with a half-life of {@link #MEMORY}
 * @param most matches of one of those
 * @param last event time of the newest match
 * @param matches of the present one
 */
public record Bouts(double times, long most, long last, long matches) {
    static final Bouts NONE = new Bouts(0, 0, Long.MIN_VALUE, 0);
    /** As long as habits. */
    private static final long MEMORY = Duration.ofDays(14).toMillis();

    /** What a weak finding is worth that an agent never had. */
    static final double WEAK = CaseCard.LINE / 3;
    /** What twice as many matches as ever before add, */
    private static final double A_DOUBLING = 1.5;
    /** and the most: whether a count is unusual is for bursts to tell, a rule cannot know. */
    private static final double MOST_GROWTH = WEAK;
    /** What the agent had before must be rarer than once in 2^7 windows, 32 hours: what comes daily is no news. */
    private static final double RARE = 7;

    /**
     * A grave finding opens a case by itself, and so does one of middle severity that can name where it came from; without
     * that it may be ten people who mistype.
     */
    static boolean isWeak(Finding finding) {
        boolean named = finding.evidence().stream().map(Evidence::sourceIp).anyMatch(SourceAddress::isOne);
        return finding.severity().compareTo(named ? Severity.MEDIUM : Severity.HIGH) < 0;
    }

    Bouts plus(Finding weak) {
        long until = Math.max(last, weak.last().toEpochMilli());
        if (matches == 0) {
            return new Bouts(0, 0, until, weak.matches());
        }
        return weak.first().toEpochMilli() > last
                ? new Bouts(times * Bits.half(until - last, MEMORY) + 1, Math.max(most, matches), until, weak.matches())
                : new Bouts(times, most, until, Math.max(matches, weak.matches()));
    }

    /** Bits of the present one; 0 = the agent is used to it. */
    double worth(long since) {
        double beaten = most == 0 ? 1 : 2.0 * most;
        double growth = A_DOUBLING * Math.max(0, Bits.log2(matches / beaten));
        return rarity(since) + Math.min(MOST_GROWTH, growth);
    }

    private double rarity(long since) {
        if (times == 0) {
            return WEAK;
        }
        double windows = Math.max(1, Bits.remembered(last - since, MEMORY) / Habit.WINDOW);
        return Math.min(WEAK, Math.max(0, -Bits.log2(Math.min(1, (times + 0.5) / windows)) - RARE));
    }
}
