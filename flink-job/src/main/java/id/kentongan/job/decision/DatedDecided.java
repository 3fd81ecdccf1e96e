package id.kentongan.job.decision;

import static java.util.Objects.requireNonNull;

/**
 * What people decided, and when it holds.
 *
 * @param from what happens at this event time and later is judged by it, epoch milliseconds; least long =
 *     always
 */
public record DatedDecided(Decided decided, long from) {
    public DatedDecided {
        requireNonNull(decided, "decided");
    }

    /** Names this version among all. */
    public String key() {
        return decided.key() + "|" + from;
    }
}
