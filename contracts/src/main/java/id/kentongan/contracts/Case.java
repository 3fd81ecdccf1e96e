package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people decide on: the findings of one incident, with their evidence. Written whole to topic {@code cases}; the
 * same id and version always means the same content. Under {@value #MAX_BYTES} bytes of JSON.
 *
 * @param id fixed when the case opens
 * @param version number of contributions (findings, their new matches, supporting alerts) taken so far, from 1
 * @param openedAt event time of the finding that opened it, UTC
 * @param firstSeen event time of the earliest evidence, UTC
 * @param lastSeen event time of the latest contribution, UTC
 * @param findings in the order in which they joined
 * @param supporting alerts of the same agent that no finding needed but that belong to the picture (IDS), bounded
 * @param alertCount sum of {@code alertsByRule}
 * @param alertsByRule alerts that contributed by Wazuh rule id, also those beyond the bounds of the evidence lists;
 *     where several findings count the same rule id, the greatest of their counts
 * @param sourceIps addresses seen in the evidence, as logged, in order of appearance, at most {@value #MAX_NAMES}
 * @param gaps alerts known to be missing between an hour before {@code firstSeen} and {@code lastSeen}; empty = complete,
 *     as far as was known when this version was written; at most {@value #MAX_GAPS}
 * @param risk why it is a case, as a sum, the greatest terms first, at most {@value #MAX_TERMS}
 * @param follows id of an earlier case on the same agents that this one goes on from
 * @param stages what the attacker was after, from the techniques seen, in the order of an attack
 * @param mergedInto id of the case that goes on in its place, because both turned out to be one; null = none
 * @param users target accounts seen in the evidence, at most {@value #MAX_NAMES}
 */
public record Case(
        String id,
        long version,
        Text title,
        Text summary,
        Severity severity,
        Asset asset,
        Instant openedAt,
        Instant firstSeen,
        Instant lastSeen,
        List<Finding> findings,
        List<Evidence> supporting,
        long alertCount,
        Map<String, Long> alertsByRule,
        List<String> sourceIps,
        List<String> users,
        List<String> techniques,
        List<Gap> gaps,
        List<RiskTerm> risk,
        @Nullable String follows,
        List<Tactic> stages,
        @Nullable String mergedInto) {

    public static final int MAX_BYTES = 512 * 1024;
    public static final int MAX_EVIDENCE = 200;
    public static final int MAX_NAMES = 50;
    public static final int MAX_GAPS = 20;
    public static final int MAX_TERMS = 50;

    public Case {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(summary, "summary");
        requireNonNull(severity, "severity");
        requireNonNull(asset, "asset");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(lastSeen, "lastSeen");
        findings = List.copyOf(findings);
        supporting = List.copyOf(supporting);
        alertsByRule = Map.copyOf(alertsByRule);
        sourceIps = List.copyOf(sourceIps);
        users = List.copyOf(users);
        techniques = List.copyOf(techniques);
        gaps = List.copyOf(Objects.requireNonNullElse(gaps, List.of())); // absent in records of the past
        risk = List.copyOf(Objects.requireNonNullElse(risk, List.of())); // likewise
        stages = List.copyOf(Objects.requireNonNullElse(stages, List.of())); // likewise
    }
}
