package id.kentongan.job.rulechange;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import org.apache.flink.api.common.functions.MapFunction;

/** Waits beside the way of the alerts until a rule record is read, linted and compiled. No state. */
public final class ChecksRules implements MapFunction<RuleRecord, RuleRecord> {
    @Override
    public RuleRecord map(RuleRecord record) {
        if (record.state() != RuleState.DISABLED) {
            Checks.of(record);
        }
        return record;
    }
}
