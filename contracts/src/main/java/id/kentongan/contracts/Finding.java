package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One rule that matched for one entity, over one episode. Its id is made of rule, entity and start of the episode; a
 * later version of the same id holds more matches, or is withdrawn, and then no other comes. SOP step 3.
 *
 * @param ruleId the rule's slug
 * @param ruleSha256 of the rule text that matched
 * @param entity value of the entity; for {@code AGENT_SOURCE_IP} agent and address, joined by {@code |}
 * @param first event time of the earliest alert in {@code evidence}, UTC
 * @param last event time of the latest match, UTC
 * @param matches how often the rule matched in this episode, from 1
 * @param alertsByRule alerts of this episode by Wazuh rule id, also those beyond the bounds of {@code evidence}
 * @param steps what the {@code step} of each evidence stands for, in words
 * @param reasons why it fired, made from facts
 * @param techniques ATT&amp;CK technique ids of the rule
 * @param evidence in order of time, bounded by the job
 * @param marks in order of the enum
 */
public record Finding(
        String id,
        String ruleId,
        String ruleSha256,
        Text title,
        Severity severity,
        EntityKind entityKind,
        String entity,
        Asset asset,
        Instant first,
        Instant last,
        long matches,
        Map<String, Long> alertsByRule,
        Map<String, Text> steps,
        List<Text> reasons,
        List<String> techniques,
        List<Evidence> evidence,
        List<FindingMark> marks) {
    /** Slug that stands in place of a rule's where the job's own detectors found what is unusual. */
    public static final String UNUSUAL = "unusual-behaviour";

    public Finding {
        requireNonNull(id, "id");
        requireNonNull(ruleId, "ruleId");
        requireNonNull(ruleSha256, "ruleSha256");
        requireNonNull(title, "title");
        requireNonNull(severity, "severity");
        requireNonNull(entityKind, "entityKind");
        requireNonNull(entity, "entity");
        requireNonNull(asset, "asset");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        alertsByRule = Map.copyOf(alertsByRule);
        steps = Map.copyOf(steps);
        reasons = List.copyOf(reasons);
        techniques = List.copyOf(techniques);
        evidence = List.copyOf(evidence);
        marks = List.copyOf(Objects.requireNonNullElse(marks, List.of())); // absent in records of the past
    }
    /** The same finding with one mark more. */
    public Finding with(FindingMark mark) {
        return new Finding(
                id,
                ruleId,
                ruleSha256,
                title,
                severity,
                entityKind,
                entity,
                asset,
                first,
                last,
                matches,
                alertsByRule,
                steps,
                reasons,
                techniques,
                evidence,
                Stream.concat(marks.stream(), Stream.of(mark))
                        .sorted()
                        .distinct()
                        .toList());
    }
}
