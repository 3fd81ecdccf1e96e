package id.kentongan.job.correlation;

import com.espertech.esper.common.client.EventBean;
import id.kentongan.contracts.Evidence;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.rulebook.CompilesRules;
import id.kentongan.job.rulebook.RuleEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an output row: each column that holds alerts is a step of the rule, named like the column up to its first
 * underscore, so that {@code failure_first} and {@code failure_next} are one step.
 */
final class MatchRow {
    private record StepEvent(String step, RuleEvent event) {
        Alert alert() {
            return event.alert();
        }
    }

    private MatchRow() {}

    static Match read(RuleCard rule, EventBean row, long engineTime) {
        List<StepEvent> found = new ArrayList<>();
        if (row.getUnderlying() instanceof RuleEvent event) {
            found.add(new StepEvent(CompilesRules.MATCH, event));
        } else {
            for (String column : row.getEventType().getPropertyNames()) {
                gather(column.split("_", 2)[0], row.get(column), found);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("expected a row of rule " + rule.slug() + " to hold alerts");
        }
        found.sort(Comparator.comparing(StepEvent::alert, AlertOrder.INSTANCE));
        StepEvent newest = found.get(found.size() - 1);
        return new Match(
                rule,
                newest.event().getEntity(),
                newest.alert().asset(),
                Instant.ofEpochMilli(engineTime),
                evidence(found),
                List.of());
    }

    private static List<Evidence> evidence(List<StepEvent> found) {
        Set<String> seen = new HashSet<>();
        return found.stream()
                .filter(step -> seen.add(step.alert().key()))
                .map(step -> step.alert().as(step.step()))
                .toList();
    }

    private static void gather(String column, @Nullable Object value, List<StepEvent> found) {
        if (value instanceof RuleEvent event) {
            found.add(new StepEvent(column, event));
        } else if (value instanceof EventBean bean) {
            gather(column, bean.getUnderlying(), found);
        } else if (value instanceof Object[] many) {
            for (Object one : many) {
                gather(column, one, found);
            }
        } else if (value instanceof Iterable<?> many) {
            many.forEach(one -> gather(column, one, found));
        }
    }
}
