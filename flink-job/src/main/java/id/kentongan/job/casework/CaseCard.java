package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.anomaly.Bits;
import id.kentongan.job.anomaly.Habit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a case to tell whether something belongs to it.
 *
 * @param last event time of the newest that kept it active
 * @param lastSignal of any signal
 * @param lastFinding of any finding; 0 = none
 * @param bits fading, since it last woke
 * @param at when that was right
 * @param peak greatest risk of it or of one of its agents so far
 * @param sleptAt the peak when it last fell asleep; 0 = never woken
 * @param woke when it last woke; 0 = never
 * @param beyond its greatest risk, or an agent's, as so many times what opens a case of several, or of one
 */
public record CaseCard(
        String id,
        long opened,
        long last,
        long lastSignal,
        long lastFinding,
        double bits,
        long at,
        double peak,
        double sleptAt,
        long woke,
        double beyond,
        Map<String, Linked.Part> agents,
        Map<String, Long> signatures,
        Map<String, Long> traces)
        implements Linked {

    /** From so many bits on one agent is worth a case. */
    static final double LINE = 18;
    /** A case without anything that keeps it active for so long sleeps. */
    static final long ACTIVE = Duration.ofMinutes(30).toMillis();
    /** So long a sleeping case still watches its suspects. */
    static final long WATCHED = Duration.ofDays(30).toMillis();

    private static final double KEEPS_ACTIVE = 5;
    /** A suspect carries at least this share of what the leading agent does. */
    private static final double SHARE = 0.5;
    /** What is so many times greater than all before gets a case of its own. */
    private static final double GREATER = 2;
    /** What a known signature must be worth to wake a case, */
    private static final double WAKES_RARE = 7;
    /** and a new one. */
    private static final double WAKES_NEW = 4;

    public CaseCard {
        requireNonNull(id, "id");
        agents = Map.copyOf(agents);
        signatures = Map.copyOf(signatures);
        traces = Map.copyOf(Objects.requireNonNullElse(traces, Map.of())); // absent in older savepoints
    }

    static CaseCard openedAt(String id, long time) {
        return new CaseCard(id, time, time, time, 0, 0, time, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());
    }

    boolean isOver(long time) {
        return time - last > WATCHED || time - opened > WATCHED;
    }

    boolean isActive(long time) {
        return time - last <= ACTIVE;
    }

    /** A finding joined it not long ago: what its agents do belongs to no older case. */
    boolean isRunning(long time) {
        return lastFinding > 0 && time - lastFinding <= OpenCase.QUIET.toMillis();
    }

    /** It woke just now; or it had findings, they have long been over, and for a while nothing happened. */
    boolean beginsChapter(long time) {
        return woke > lastSignal || (lastFinding > 0 && !isRunning(time) && time - lastSignal > ACTIVE);
    }

    /** It woke at about that time: what happens elsewhere then may be what woke it. */
    boolean wokeAround(long time) {
        return woke > 0 && Math.abs(time - woke) <= Linked.NEAR_NEIGHBOURS;
    }

    double now(long time) {
        return bits * Bits.half(time - at, Risk.HALF_LIFE);
    }

    /** An old, small case must not swallow something bigger. */
    boolean isOutgrown(double risk, long time) {
        return sleptAt > 0 && Math.max(risk, now(time)) > GREATER * sleptAt;
    }

    boolean isSuspect(String agent) {
        Linked.Part part = agents.get(agent);
        double leading =
                agents.values().stream().mapToDouble(Linked.Part::bits).max().orElse(0);
        return part != null && part.bits() >= LINE && part.bits() >= SHARE * leading;
    }

    boolean holdsAwake(String agent, long time) {
        Linked.Part part = agents.get(agent);
        return part != null && (time - part.at() <= ACTIVE || isSuspect(agent));
    }

    /** The longer it slept, the more unusual must be what wakes it: so that ordinary things do less than once. */
    boolean isWokenBy(String agent, double risk, double unusual, boolean isNew, long time) {
        double slept = Bits.log2((double) (time - last) / Habit.WINDOW);
        double least = isNew ? Math.max(WAKES_NEW, 1 + slept) : Math.max(WAKES_RARE, slept);
        return isSuspect(agent) && risk <= GREATER * peak && unusual >= least;
    }

    CaseCard plus(String agent, String zone, @Nullable String signature, double more, long time) {
        return changed(now -> {
            Linked.Part before = agents.get(agent);
            now.agents.put(
                    agent,
                    before == null
                            ? new Linked.Part(more, time, zone)
                            : new Linked.Part(before.bits() + more, Math.max(before.at(), time), zone));
            if (signature != null) {
                now.signatures.merge(signature, time, Math::max);
            }
            now.last = more >= KEEPS_ACTIVE ? Math.max(last, time) : last;
            now.lastSignal = Math.max(lastSignal, time);
        });
    }

    CaseCard plus(Strand strand, String zone) {
        return plus(
                strand.agent(),
                zone,
                strand.signature(),
                strand.bits(),
                strand.last().toEpochMilli());
    }

    /** Its risk, or an agent's, is this high now. */
    CaseCard risen(double more, double risk, long time) {
        boolean wakes = !isActive(time);
        double risen = (wakes ? 0 : now(time)) + more;
        return changed(now -> {
            now.bits = risen;
            now.at = time;
            now.peak = Math.max(peak, Math.max(risk, risen));
            now.sleptAt = wakes ? peak : sleptAt;
            now.woke = wakes ? time : woke;
            now.beyond = Math.max(beyond, Math.max(risk / LINE, risen / Gathering.LINE));
        });
    }

    CaseCard leaving(List<String> names, long time) {
        return changed(now -> now.traces = Traces.with(traces, names, time));
    }

    double sum() {
        return agents.values().stream().mapToDouble(Linked.Part::bits).sum();
    }

    /** Both turned out to be one, which goes on under this one's name. */
    CaseCard with(CaseCard other, long time) {
        double both = now(time) + other.now(time);
        return changed(now -> {
            other.agents.forEach((agent, part) -> now.agents.merge(
                    agent, part, (a, b) -> new Linked.Part(a.bits() + b.bits(), Math.max(a.at(), b.at()), a.zone())));
            other.signatures.forEach((signature, newest) -> now.signatures.merge(signature, newest, Math::max));
            now.last = Math.max(last, other.last);
            now.lastSignal = Math.max(lastSignal, other.lastSignal);
            now.lastFinding = Math.max(lastFinding, other.lastFinding);
            now.bits = both;
            now.at = time;
            now.peak = Math.max(both, Math.max(peak, other.peak));
            now.beyond = Math.max(beyond, other.beyond);
            now.traces = Traces.with(traces, other.traces);
        });
    }

    /** What the agent brought did not happen so. */
    CaseCard less(String agent, double bitsLess) {
        return changed(now -> now.agents.computeIfPresent(
                agent, (any, part) -> new Linked.Part(Math.max(0, part.bits() - bitsLess), part.at(), part.zone())));
    }

    /**
     * Opened, or joined by what opened a case nearby.
     *
     * @param opening how many times what opens a case that was
     */
    CaseCard raisedTo(double bitsNow, double risk, double opening, long time) {
        return changed(now -> {
            now.bits = Math.max(now(time), bitsNow);
            now.at = time;
            now.peak = Math.max(peak, risk);
            now.beyond = Math.max(beyond, opening);
        });
    }

    CaseCard foundAt(long time) {
        return changed(now -> {
            now.last = Math.max(last, time);
            now.lastFinding = Math.max(lastFinding, time);
        });
    }

    private CaseCard changed(Consumer<CardDraft> change) {
        CardDraft now = new CardDraft(this);
        change.accept(now);
        return now.written();
    }
}
