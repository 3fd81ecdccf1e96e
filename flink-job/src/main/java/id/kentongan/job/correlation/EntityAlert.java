package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.rulebook.RuleEvent;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One copy of an alert, for the rules that correlate by {@code kind}.
 *
 * @param entity its value, such as {@code wazuh-1/004} or {@code wazuh-1/004|203.0.113.9}
 */
public record EntityAlert(EntityKind kind, String entity, Alert alert) {
    static final Comparator<EntityAlert> ORDER = Comparator.comparing(EntityAlert::alert, AlertOrder.INSTANCE)
            .thenComparing(EntityAlert::kind)
            .thenComparing(EntityAlert::entity);

    public EntityAlert {
        requireNonNull(kind, "kind");
        requireNonNull(entity, "entity");
        requireNonNull(alert, "alert");
    }

    /** Null where the alert has no entity of this kind. */
    static @Nullable EntityAlert of(EntityKind kind, Alert alert) {
        String entity = RuleEvent.entity(kind, alert);
        return entity == null ? null : new EntityAlert(kind, entity, alert);
    }

    /** All that happens to one key is judged by one subtask. */
    public String key() {
        return kind + "|" + entity;
    }

    long time() {
        return alert.time().toEpochMilli();
    }

    RuleEvent event() {
        return RuleEvent.of(kind, entity, alert);
    }
}
