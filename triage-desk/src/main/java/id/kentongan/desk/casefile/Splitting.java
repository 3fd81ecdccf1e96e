package id.kentongan.desk.casefile;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two incidents that the job took for one: some findings go on as a case of their own, the others stay. */
public final class Splitting {
    private Splitting() {}

    /**
     * The case without the findings that went. What people call it, its times and its severity stay as the job gave them;
     * counts and names are of what stayed.
     */
    public static Case without(Case whole, Set<String> gone) {
        if (gone.isEmpty()) {
            return whole;
        }
        List<Finding> stayed = whole.findings().stream()
                .filter(finding -> !gone.contains(finding.id()))
                .toList();
        Map<String, Long> counts = counts(stayed, whole.supporting());
        return new Case(
                whole.id(),
                whole.version(),
                whole.title(),
                whole.summary(),
                whole.severity(),
                whole.asset(),
                whole.openedAt(),
                whole.firstSeen(),
                whole.lastSeen(),
                stayed,
                whole.supporting(),
                sum(counts),
                counts,
                named(stayed, whole.supporting(), Evidence::sourceIp),
                named(stayed, whole.supporting(), Evidence::user),
                techniques(stayed),
                whole.gaps(),
                whole.risk(),
                whole.follows(),
                whole.stages(),
                whole.mergedInto());
    }

    /**
     * A new case of the findings that go. Supporting alerts and risk stay with the whole.
     *
     * @param going at least one
     */
    public static Case off(Case whole, List<Finding> going, String id) {
        Finding gravest = going.stream()
                .max(Comparator.comparing(Finding::severity))
                .orElseThrow(() -> new IllegalArgumentException("expected findings to split off, got none"));
        Severity severity = gravest.severity();
        Instant first = going.stream()
                .map(Finding::first)
                .min(Comparator.naturalOrder())
                .orElse(gravest.first());
        Instant last =
                going.stream().map(Finding::last).max(Comparator.naturalOrder()).orElse(gravest.last());
        Map<String, Long> counts = counts(going, List.of());
        return new Case(
                id,
                1,
                gravest.title(),
                whole.summary(),
                severity,
                gravest.asset(),
                first,
                first,
                last,
                going,
                List.of(),
                sum(counts),
                counts,
                named(going, List.of(), Evidence::sourceIp),
                named(going, List.of(), Evidence::user),
                techniques(going),
                whole.gaps(),
                List.of(),
                null,
                List.of(),
                null);
    }

    /** Of several findings that count the same rule, the greatest count, as the job does. */
    private static Map<String, Long> counts(List<Finding> findings, List<Evidence> supporting) {
        Map<String, Long> counts = new HashMap<>();
        findings.forEach(
                finding -> finding.alertsByRule().forEach((rule, alerts) -> counts.merge(rule, alerts, Math::max)));
        Map<String, Long> beside = new HashMap<>();
        supporting.forEach(evidence -> beside.merge(evidence.ruleId(), 1L, Long::sum));
        beside.forEach((rule, alerts) -> counts.merge(rule, alerts, Math::max));
        return counts;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> named(
            List<Finding> findings, List<Evidence> supporting, Function<Evidence, @Nullable String> name) {
        List<String> names = new ArrayList<>();
        Stream.concat(findings.stream().flatMap(finding -> finding.evidence().stream()), supporting.stream())
                .map(name)
                .filter(Objects::nonNull)
                .distinct()
                .limit(Case.MAX_NAMES)
                .forEach(one -> names.add(String.valueOf(one)));
        return names;
    }

    private static List<String> techniques(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.techniques().stream())
                .distinct()
                .toList();
    }
}
