package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.soda.EPStatementObjectModel;
import com.espertech.esper.common.client.soda.Expression;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's EPL was found to be. Where there are faults the rest may be incomplete.
 *
 * @param statements to compile, in order: what was looked at is what runs
 * @param horizon how far back an answer can depend on alerts; an alert as old as that counts, an older one does not
 * @param filters every condition that the rule sets to alerts before they reach its state
 * @param columns of its matches: the steps that they stand for
 */
public record Inspection(
        List<Statement> statements,
        Duration horizon,
        List<AlertFilter> filters,
        Set<String> columns,
        List<Remark> faults,
        List<Remark> warnings) {

    /** {@code place} says where it begins, without words. */
    public record Statement(EPStatementObjectModel model, Remark place) {}

    /** {@code condition} null: every alert. */
    public record AlertFilter(@Nullable Expression condition, Remark place) {}

    public Inspection {
        statements = List.copyOf(statements);
        filters = List.copyOf(filters);
        columns = Set.copyOf(columns);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }
}
