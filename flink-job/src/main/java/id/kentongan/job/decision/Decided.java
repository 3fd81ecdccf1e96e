package id.kentongan.job.decision;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Decision;
import id.kentongan.contracts.FindingException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of topic {@code decisions} or {@code exceptions}. Of one key the newest holds.
 *
 * @param key topic and record key
 * @param decision null when this is of the other topic, or its key was emptied
 * @param exception the same
 */
public record Decided(
        String key, @Nullable Decision decision, @Nullable FindingException exception) {
    public Decided {
        requireNonNull(key, "key");
    }

    public static Decided onCase(String caseId, @Nullable Decision decision) {
        return new Decided("case|" + caseId, decision, null);
    }

    public static Decided onFindings(String exceptionId, @Nullable FindingException exception) {
        return new Decided("exception|" + exceptionId, null, exception);
    }

    /** From when on people want it to hold; null = at once. An exception says itself for which time it is. */
    @Nullable
    Instant wantedFrom() {
        return decision == null ? null : decision.effectiveFrom();
    }
}
