package id.kentongan.desk.rules;

import id.kentongan.contracts.RuleStanding;
import id.kentongan.desk.exceptions.ReportedException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule was worth lately, text as the logs had it.
 *
 * @param standing null where the job told nothing
 * @param why faults with line and column, or why it was paused
 * @param exceptions those in force that name it
 */
public record RuleReport(
        String slug,
        @Nullable RuleStanding standing,
        List<String> why,
        @Nullable Instant inForceFrom,
        RuleCases cases,
        RuleFindings findings,
        List<ReportedException> exceptions) {
    public RuleReport {
        why = List.copyOf(why);
        exceptions = List.copyOf(exceptions);
    }
}
