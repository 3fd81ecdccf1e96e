package id.kentongan.job.handover;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.intake.Refusal;
import org.apache.flink.api.connector.sink2.Sink;

/** Where the job's results go. */
public interface Sinks {
    Sink<Case> cases();

    Sink<Finding> findings();

    Sink<RuleStatus> ruleStatuses();

    Sink<Refusal> rejected();
}
