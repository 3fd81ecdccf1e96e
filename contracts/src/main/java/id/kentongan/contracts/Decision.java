package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people decided on a case: a record of topic {@code decisions}, key = case id; the newest holds. A case that is
 * not {@code OPEN} takes no more findings: the next ones open a case that follows it.
 *
 * @param mergedInto id of the case that goes on in its place; only with {@code MERGED}
 * @param splitFrom id of the case that it was split from, or null
 * @param at when it was decided, UTC
 * @param by who decided, as the desk names the person
 * @param effectiveFrom event time from which on it holds, UTC; null, or a time that has passed = from the job's watermark
 *     at the record's arrival
 */
public record Decision(
        String caseId,
        CaseStanding standing,
        @Nullable String mergedInto,
        @Nullable String splitFrom,
        Instant at,
        String by,
        @Nullable Instant effectiveFrom) {
    public Decision {
        requireNonNull(caseId, "caseId");
        requireNonNull(standing, "standing");
        requireNonNull(at, "at");
        requireNonNull(by, "by");
        if ((standing == CaseStanding.MERGED) != (mergedInto != null)) {
            throw new IllegalArgumentException("expected mergedInto with MERGED and only then");
        }
    }
}
