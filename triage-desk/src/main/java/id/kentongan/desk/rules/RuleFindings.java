package id.kentongan.desk.rules;

import id.kentongan.contracts.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one rule within 90 days, without those withdrawn.
 *
 * @param excepted those that an exception or a window covers
 * @param newest event time, UTC
 * @param title of the newest
 */
public record RuleFindings(
        long month,
        long quarter,
        long excepted,
        @Nullable Instant newest,
        @Nullable Text title) {
    public static final RuleFindings NONE = new RuleFindings(0, 0, 0, null, null);
}
