package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One rule, as its author meant it.
 *
 * @param slug name of its folder
 * @param sha256 of its texts
 * @param horizon how far back its answer can depend on alerts
 * @param suppressFor a match this soon after the last one continues the same finding
 * @param interest only alerts that it takes can meet the rule
 * @param steps what each output column of its EPL stands for
 * @param techniques ATT&amp;CK ids
 */
public record Rule(
        String slug,
        String sha256,
        Text title,
        Severity severity,
        EntityKind entity,
        Duration horizon,
        Duration suppressFor,
        Interest interest,
        Map<String, Text> steps,
        List<String> techniques,
        String epl) {
    public Rule {
        requireNonNull(slug, "slug");
        requireNonNull(sha256, "sha256");
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
