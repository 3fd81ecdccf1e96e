package id.kentongan.job.anomaly;

import id.kentongan.job.intake.Alert;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one agent is used to fire one signature. Counts are kept by windows of 15 minutes, in which one cause shows all
 * its alerts; windows long past weigh less.
 *
 * @param last event time of the newest alert, epoch milliseconds
 * @param windowStart of the present window, which the first alert after a pause or after a full window begins
 * @param inWindow alerts in the present window
 * @param untold alerts since the last signal
 * @param windows windows with an alert so far, forgotten with a half-life of {@link #MEMORY}
 * @param record greatest count of an earlier window, fading by a hundredth a window
 * @param told bits that bursts of the present window told
 */
public record Habit(
        long last, long windowStart, long inWindow, long untold, double windows, double record, double told) {

    public static final long WINDOW = Duration.ofMinutes(15).toMillis();
    /** Half-life of what is known: a season is remembered, last year is not. */
    static final long MEMORY = Duration.ofDays(14).toMillis();
    /** Fewer alerts in a window are no burst, whatever was usual. */
    static final long LEAST_BURST = 64;
    /** What a doubling beyond the record is worth: counts are heavy-tailed, a further doubling is no miracle. */
    static final double BITS_A_DOUBLING = 3;
    /** An agent has some sixteen signatures that might burst: that one of them does is less of a surprise. */
    static final double ANY_OF_MANY = 4;

    static final double MOST_BURST = 24;

    /** The habit after an alert, and what is to be told of that. */
    public record Step(Habit habit, @Nullable Signal signal) {}

    /** The habit after the very first alert. */
    public static Step first(Alert alert, String signature) {
        long time = alert.time().toEpochMilli();
        Habit habit = new Habit(time, time, 1, 0, 1, 0, 0);
        return new Step(habit, new Signal(SignalKind.FIRST, signature, 0, 0, 1, 1, 0, 0, alert));
    }

    /**
     * The habit after a further alert; one that comes late counts as if it happened with the newest, so that habits never go
     * back.
     *
     * @param since event time of the agent's first alert
     */
    public Step plus(Alert alert, String signature, long since) {
        long time = Math.max(last, alert.time().toEpochMilli());
        return time - last <= WINDOW && time - windowStart < WINDOW
                ? within(time, alert, signature, since)
                : anew(time, alert, signature, since);
    }

    private Step within(long time, Alert alert, String signature, long since) {
        long count = inWindow + 1;
        if (Long.bitCount(count) != 1) {
            return new Step(new Habit(time, windowStart, count, untold + 1, windows, record, told), null);
        }
        double bits = burst(count, time - since);
        boolean burst = bits > told + 0.01;
        Habit habit = new Habit(time, windowStart, count, 0, windows, record, Math.max(told, bits));
        SignalKind kind = burst ? SignalKind.BURST : SignalKind.MORE;
        return new Step(
                habit,
                new Signal(
                        kind,
                        signature,
                        burst ? bits - told : 0,
                        habit.told,
                        count,
                        untold + 1,
                        record,
                        windows,
                        alert));
    }

    /**
     * That a window beats all m before it has the chance 1/(m+1), whatever the distribution; beyond the record the tail
     * is taken for a power law.
     */
    private double burst(long count, long age) {
        double beaten = Math.max(record, LEAST_BURST / 2.0);
        if (count < LEAST_BURST || count < 2 * beaten) {
            return 0;
        }
        double everSo = record > 0 ? Bits.log2(1 + Math.max(1, (double) age / WINDOW)) - ANY_OF_MANY : 0;
        return Math.min(MOST_BURST, Math.max(0, everSo) + BITS_A_DOUBLING * Bits.log2(count / beaten));
    }

    private Step anew(long time, Alert alert, String signature, long since) {
        double kept = windows * Bits.half(time - last, MEMORY);
        double observed = Math.max(1, Bits.remembered(time - since, MEMORY) / WINDOW);
        double bits = time - last > WINDOW ? Math.max(0, -Bits.log2(Math.min(1, (kept + 0.5) / observed))) : 0;
        Habit habit = new Habit(time, time, 1, 0, kept + 1, Math.max(record * 0.99, (double) inWindow), 0);
        SignalKind kind = bits > 0 ? SignalKind.RARE : SignalKind.MORE;
        return new Step(habit, new Signal(kind, signature, bits, 0, 1, untold + 1, habit.record, kept, alert));
    }
}
