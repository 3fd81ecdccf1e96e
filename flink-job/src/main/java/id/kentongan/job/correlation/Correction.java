package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What late alerts changed at one moment for one rule and entity.
 *
 * @param key as of {@link Match#key()}
 * @param time engine time of the matches
 * @param matches all that hold at that moment now, in the order of Esper; those that were not there before are marked
 *     as late; none where nothing matches any more
 */
public record Correction(String key, Instant time, List<Match> matches) {
    public Correction {
        requireNonNull(key, "key");
        requireNonNull(time, "time");
        matches = List.copyOf(matches);
    }
}
