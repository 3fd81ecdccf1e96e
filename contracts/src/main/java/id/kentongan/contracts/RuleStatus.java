package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the job made of a rule record, on topic {@code rule-status}, key = slug.
 *
 * @param sha256 of the rule's texts that this speaks of
 * @param why each fault with line, column and mend, or why it was paused; empty where there is nothing to say
 * @param inForceFrom event time, UTC; null where it is not in force
 * @param completeFrom event time from which on its answers rest on all the history that they look back on, UTC; null
 *     where it is not in force
 */
public record RuleStatus(
        String slug,
        String sha256,
        RuleStanding standing,
        List<String> why,
        @Nullable Instant inForceFrom,
        @Nullable Instant completeFrom) {
    public RuleStatus {
        requireNonNull(slug, "slug");
        requireNonNull(sha256, "sha256");
        requireNonNull(standing, "standing");
        why = List.copyOf(why);
    }
}
