package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.rulebook.RuleEvent;
import java.util.Comparator;

/**
 * One copy of an alert, for the rules that correlate by {@code kind}.
 *
 * @param entity its value, such as {@code wazuh-1/004} or {@code wazuh-1/004|203.0.113.9}
 * @param first this is the first of the alert's copies: it speaks for the alert where only one may
 */
public record EntityAlert(EntityKind kind, String entity, Alert alert, boolean first) {
    static final Comparator<EntityAlert> ORDER = Comparator.comparing(EntityAlert::alert, AlertOrder.INSTANCE)
            .thenComparing(EntityAlert::kind)
            .thenComparing(EntityAlert::entity);

    public EntityAlert {
        requireNonNull(kind, "kind");
        requireNonNull(entity, "entity");
        requireNonNull(alert, "alert");
    }

    /** All that happens to one key is judged by one subtask. */
    public String key() {
        return kind + "|" + entity;
    }

    RuleEvent event() {
        return RuleEvent.of(kind, entity, alert);
    }
}
