package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.job.rulebook.Rule;
import java.util.List;
import java.util.Map;

/**
 * What a finding tells of the version of the rule that made it.
 *
 * @param suppressFor milliseconds; a match this soon after the last one continues the same finding
 * @param steps what each output column of the rule stands for
 */
public record RuleCard(
        String slug,
        String sha256,
        Text title,
        Severity severity,
        EntityKind kind,
        long suppressFor,
        Map<String, Text> steps,
        List<String> techniques) {
    public RuleCard {
        requireNonNull(slug, "slug");
        requireNonNull(sha256, "sha256");
        requireNonNull(title, "title");
        requireNonNull(severity, "severity");
        requireNonNull(kind, "kind");
        steps = Map.copyOf(steps);
        techniques = List.copyOf(techniques);
    }

    static RuleCard of(Rule rule) {
        return new RuleCard(
                rule.slug(),
                rule.sha256(),
                rule.title(),
                rule.severity(),
                rule.entity(),
                rule.suppressFor().toMillis(),
                rule.steps(),
                rule.techniques());
    }
}
