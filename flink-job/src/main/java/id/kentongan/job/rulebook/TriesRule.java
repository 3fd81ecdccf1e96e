package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;

import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One rule in an engine of its own, to try it on a few alerts. Not thread-safe. */
final class TriesRule implements AutoCloseable {
    /** An alert in a row, and the step that its column stands for. */
    record StepAlert(String step, Alert alert, String entity) {}

    /** One row of a match: the engine's clock, epoch milliseconds, and its alerts in their order. */
    record Row(long time, List<StepAlert> alerts) {
        String entity() {
            return alerts.get(alerts.size() - 1).entity();
        }
    }

    private final EPRuntime esper;
    private final EntityKind kind;
    private final List<Row> rows = new ArrayList<>();

    TriesRule(CheckedRule rule) {
        kind = requireNonNull(rule.rule(), "rule").entity();
        Configuration configuration = CompilesRules.configuration();
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        esper = EPRuntimeProvider.getRuntime("try-" + UUID.randomUUID(), configuration);
        esper.getEventService().clockExternal();
        try {
            var deployed = esper.getDeploymentService().deploy(CompilesRules.load(requireNonNull(rule.compiled())));
            for (EPStatement statement : deployed.getStatements()) {
                if (statement.getName().startsWith(CompilesRules.MATCH)) {
                    statement.addListener((fresh, old, from, runtime) -> keep(fresh));
                }
            }
        } catch (EPDeployException e) {
            throw new IllegalStateException("expected a checked rule to deploy", e);
        }
    }

    /** Judges alerts in their order, from a clock that starts at {@code from} until it shows {@code to}. */
    List<Row> judge(List<Alert> alerts, long from, long to) {
        esper.getEventService().advanceTime(from);
        alerts.stream().sorted(AlertOrder.INSTANCE).forEach(this::judge);
        esper.getEventService().advanceTimeSpan(to);
        return List.copyOf(rows);
    }

    private void judge(Alert alert) {
        String entity = RuleEvent.entity(kind, alert);
        if (entity != null) {
            if (alert.time().toEpochMilli() > esper.getEventService().getCurrentTime()) {
                esper.getEventService().advanceTimeSpan(alert.time().toEpochMilli());
            }
            RuleEvent event = RuleEvent.of(kind, entity, alert);
            esper.getEventService().sendEventBean(event, event.getClass().getSimpleName());
        }
    }

    private void keep(EventBean @Nullable [] fresh) {
        for (EventBean row : fresh == null ? new EventBean[0] : fresh) {
            List<StepAlert> alerts = new ArrayList<>();
            if (row.getUnderlying() instanceof RuleEvent) {
                gather(CompilesRules.MATCH, row.getUnderlying(), alerts);
            } else {
                for (String column : row.getEventType().getPropertyNames()) {
                    gather(column.split("_", 2)[0], row.get(column), alerts);
                }
            }
            alerts.sort(java.util.Comparator.comparing(StepAlert::alert, AlertOrder.INSTANCE));
            rows.add(new Row(esper.getEventService().getCurrentTime(), List.copyOf(alerts)));
        }
    }

    private static void gather(String step, @Nullable Object value, List<StepAlert> alerts) {
        if (value instanceof RuleEvent event) {
            alerts.add(new StepAlert(step, event.alert(), event.getEntity()));
        } else if (value instanceof EventBean bean) {
            gather(step, bean.getUnderlying(), alerts);
        } else if (value instanceof Object[] many) {
            for (Object one : many) {
                gather(step, one, alerts);
            }
        } else if (value instanceof Iterable<?> many) {
            many.forEach(one -> gather(step, one, alerts));
        }
    }

    @Override
    public void close() {
        esper.destroy();
    }
}
