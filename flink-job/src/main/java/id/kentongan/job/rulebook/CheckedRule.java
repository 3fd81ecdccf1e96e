package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.RuleRecord;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checking one record gave. Either it has faults, or it is a rule with its compiled statements.
 *
 * @param rule null where there are faults; given for a disabled rule too
 * @param compiled for {@link CompilesRules#load}; null where there are faults
 * @param faults each names its clause, line and column where known, and the mend
 * @param warnings of the same kind, which stop nothing
 */
@SuppressWarnings("ArrayRecordComponent") // the statements travel as bytes; nobody compares checked rules
public record CheckedRule(
        RuleRecord source, @Nullable Rule rule, byte @Nullable [] compiled, List<String> faults, List<String> warnings)
        implements Serializable {
    public CheckedRule {
        requireNonNull(source, "source");
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
        if (faults.isEmpty() == (rule == null) || (rule == null) != (compiled == null)) {
            throw new IllegalArgumentException("expected a rule with its statements, or faults: " + source.slug());
        }
    }

    static CheckedRule refused(RuleRecord source, List<String> faults) {
        return new CheckedRule(source, null, null, faults, List.of());
    }
}
