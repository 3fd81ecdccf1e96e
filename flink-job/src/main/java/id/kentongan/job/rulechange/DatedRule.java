package id.kentongan.job.rulechange;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.RuleRecord;

/**
 * A version of a rule and when it holds. Times are event time, epoch milliseconds; {@link Long#MIN_VALUE} = always.
 *
 * @param from alerts of this time and later are judged by it, until the next version of the same slug
 * @param historyFrom it looks back on alerts of this time and later: before, the job did not keep what it needs
 */
public record DatedRule(RuleRecord record, long from, long historyFrom) {
    public DatedRule {
        requireNonNull(record, "record");
        if (historyFrom > from) {
            throw new IllegalArgumentException("expected a history up to " + from + ", got one from " + historyFrom);
        }
    }

    String slug() {
        return record.slug();
    }

    /** Names this version among all. */
    public String key() {
        return slug() + "|" + from;
    }
}
