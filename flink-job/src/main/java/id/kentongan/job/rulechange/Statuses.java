package id.kentongan.job.rulechange;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleStanding;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.rulebook.Rule;
import java.time.Instant;
import java.util.List;

/** Says what became of a rule record. */
final class Statuses {
    private Statuses() {}

    static RuleStatus refused(RuleRecord record, List<String> faults) {
        return new RuleStatus(record.slug(), record.sha256(), RuleStanding.REFUSED, faults, null, null);
    }

    static RuleStatus disabled(RuleRecord record) {
        return new RuleStatus(record.slug(), record.sha256(), RuleStanding.DISABLED, List.of(), null, null);
    }

    static RuleStatus dated(DatedRule dated, Rule rule, List<String> warnings) {
        RuleRecord record = dated.record();
        RuleStanding standing = switch (record.state()) {
            case ACTIVE -> RuleStanding.DEPLOYED;
            case TRIAL -> RuleStanding.TRIAL;
            case DISABLED -> RuleStanding.DISABLED;
        };
        long complete = dated.historyFrom() == Long.MIN_VALUE
                ? dated.from()
                : Math.max(dated.from(), dated.historyFrom() + rule.horizon().toMillis());
        return new RuleStatus(
                record.slug(), record.sha256(), standing, warnings, instant(dated.from()), instant(complete));
    }

    /** What has always been so is told as since 1970. */
    private static Instant instant(long epochMillis) {
        return epochMillis == Long.MIN_VALUE ? Instant.EPOCH : Instant.ofEpochMilli(epochMillis);
    }
}
