package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rule on topic {@code rules}, key = its slug: the texts of its folder and its status. The status belongs to the
 * topic; the folder only proposes the first one.
 *
 * @param slug the folder's name
 * @param sha256 over {@code rule.yml} and {@code rule.epl}, lower-case hex
 * @param effectiveFrom event time from which on alerts are judged so, UTC; null, or a time that has passed = from the
 *     job's watermark at the record's arrival
 */
public record RuleRecord(
        String slug,
        String sha256,
        RuleState state,
        String ruleYml,
        String ruleEpl,
        @Nullable Instant effectiveFrom) implements Serializable {
    public RuleRecord {
        requireNonNull(slug, "slug");
        requireNonNull(sha256, "sha256");
        requireNonNull(state, "state");
        requireNonNull(ruleYml, "ruleYml");
        requireNonNull(ruleEpl, "ruleEpl");
    }
}
