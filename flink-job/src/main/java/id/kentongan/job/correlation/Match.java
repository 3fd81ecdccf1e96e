package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * One output row of one rule.
 *
 * @param time the engine's clock when it matched, UTC
 * @param evidence in the order of alerts, at least one
 */
public record Match(String ruleId, EntityKind kind, String entity, Asset asset, Instant time, List<Evidence> evidence) {
    public Match {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(kind, "kind");
        requireNonNull(entity, "entity");
        requireNonNull(asset, "asset");
        requireNonNull(time, "time");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("expected a match of " + ruleId + " to name its alerts");
        }
    }

    /** Matches of one key follow each other in one episode, or start the next. */
    public String key() {
        return ruleId + "|" + kind + "|" + entity;
    }

    /** The newest alert of the match: with the time it tells one match of a rule and entity from another. */
    String trigger() {
        return evidence.get(evidence.size() - 1).alert();
    }
}
