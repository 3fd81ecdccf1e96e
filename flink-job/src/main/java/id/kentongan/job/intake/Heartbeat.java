package id.kentongan.job.intake;

import id.kentongan.contracts.Gap;
import org.jspecify.annotations.Nullable;

/**
 * "All of mine up to this moment are sent", or "something of mine is missing", or both.
 *
 * @param upTo epoch milliseconds; {@link #UNKNOWN} where nothing is said of time
 * @param end the source sends nothing more
 * @param gap what the source found missing
 */
public record Heartbeat(long upTo, boolean end, @Nullable Gap gap) {
    public static final long UNKNOWN = Long.MIN_VALUE;
}
