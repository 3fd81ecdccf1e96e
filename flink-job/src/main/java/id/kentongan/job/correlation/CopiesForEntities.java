package id.kentongan.job.correlation;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.SourceAddress;
import id.kentongan.job.rulebook.Interest;
import id.kentongan.job.rulebook.Rulebook;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Sends each alert once for each entity kind whose rules look at it; what no rule can match goes nowhere. */
public final class CopiesForEntities extends RichFlatMapFunction<Alert, EntityAlert> {
    private final List<RuleRecord> rules;
    private transient Map<EntityKind, Interest> interests;

    public CopiesForEntities(List<RuleRecord> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public void open(OpenContext context) {
        interests = Rulebook.of(rules).interests();
    }

    @Override
    public void flatMap(Alert alert, Collector<EntityAlert> out) {
        boolean first = true;
        for (Map.Entry<EntityKind, Interest> interest : interests.entrySet()) {
            String entity = entity(interest.getKey(), alert);
            if (entity != null && interest.getValue().takes(alert)) {
                out.collect(new EntityAlert(interest.getKey(), entity, alert, first));
                first = false;
            }
        }
    }

    /** Null where the alert has no such entity. */
    static @Nullable String entity(EntityKind kind, Alert alert) {
        String address = SourceAddress.of(alert);
        return switch (kind) {
            case AGENT -> alert.agent();
            case SOURCE_IP -> address;
            case USER -> alert.user();
            case AGENT_SOURCE_IP -> address == null ? null : alert.agent() + "|" + address;
        };
    }
}
