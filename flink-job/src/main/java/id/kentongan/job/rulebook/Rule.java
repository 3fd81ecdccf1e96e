package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleState;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One rule, as its author meant it.
 *
 * @param slug name of its folder
 * @param sha256 of its texts
 * @param state as its record says; a disabled rule is no part of a {@link Rulebook}
 * @param horizon how far back its answer can depend on alerts
 * @param suppressFor a match this soon after the last one continues the same finding
 * @param interest only alerts that it takes can meet the rule
 * @param steps what each output column of its EPL stands for
 * @param techniques ATT&amp;CK ids
 */
public record Rule(
        String slug,
        String sha256,
        RuleState state,
        Text title,
        Severity severity,
        EntityKind entity,
        Duration horizon,
        Duration suppressFor,
        Interest interest,
        Map<String, Text> steps,
        List<String> techniques,
        String epl)
        implements Serializable {
    public Rule {
        requireNonNull(slug, "slug");
        requireNonNull(sha256, "sha256");
        requireNonNull(state, "state");
        requireNonNull(title, "title");
        requireNonNull(severity, "severity");
        requireNonNull(entity, "entity");
        requireNonNull(horizon, "horizon");
        requireNonNull(suppressFor, "suppressFor");
        requireNonNull(epl, "epl");
        requireNonNull(interest, "interest");
        steps = Map.copyOf(steps);
        techniques = List.copyOf(techniques);
    }
}
