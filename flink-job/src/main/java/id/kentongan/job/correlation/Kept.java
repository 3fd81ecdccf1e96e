package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

/**
 * An entry of the journal.
 *
 * @param until event time, epoch milliseconds, after which it changes no answer
 */
public record Kept(EntityAlert copy, long until) {
    public Kept {
        requireNonNull(copy, "copy");
    }

    /** Event time up to which it may be judged a second time, beside alerts that come late. */
    long keptUntil() {
        return until + LateLimit.kept(until - copy.time());
    }
}
