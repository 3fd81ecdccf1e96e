package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Gap;
import id.kentongan.contracts.Severity;
import id.kentongan.job.anomaly.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an open case up as the record that leaves the job: bounded, and the same for the same contributions. */
final class WritesUpCases {
    private WritesUpCases() {}

    static Case writeUp(OpenCase open, List<Gap> gaps) {
        List<Finding> findings = findings(open);
        List<Finding> telling = telling(findings);
        Map<String, Long> byRule = alertsByRule(open);
        return new Case(
                open.id(),
                open.version(),
                CaseText.title(telling),
                CaseText.summary(open, telling),
                telling.stream().map(Finding::severity).max(Severity::compareTo).orElseThrow(),
                findings.get(0).asset(),
                open.openedAt(),
                open.firstSeen(),
                lastSeen(open),
                findings,
                open.supporting(),
                byRule.values().stream().mapToLong(Long::longValue).sum(),
                byRule,
                names(telling, open, Evidence::sourceIp),
                names(telling, open, Evidence::user),
                techniques(telling),
                gaps,
                RiskTerms.of(open),
                open.follows(),
                Tactics.of(techniques(telling)),
                open.mergedInto());
    }

    private static List<String> techniques(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.techniques().stream())
                .distinct()
                .toList();
    }

    /** Those of rules in the order in which they joined, then what was unusual, agent by agent, the most unusual first. */
    private static List<Finding> findings(OpenCase open) {
        int room = Case.MAX_EVIDENCE - OpenCase.SUPPORTING_FIRST - OpenCase.SUPPORTING_NEWEST;
        List<Finding> all =
                new ArrayList<>(bounded(open.findings(), open.strands().isEmpty() ? room : room / 2));
        int used = all.stream().mapToInt(finding -> finding.evidence().size()).sum();
        int left = (open.findings().isEmpty() ? Case.MAX_EVIDENCE : room) - used;
        all.addAll(AnomalyFindings.of(open, left));
        return all;
    }

    /** Without what was withdrawn, unless there is nothing else. */
    private static List<Finding> telling(List<Finding> findings) {
        boolean nothingElse = findings.stream().allMatch(OpenCase::isWithdrawn);
        return findings.stream()
                .filter(finding -> !OpenCase.isWithdrawn(finding) || nothingElse)
                .toList();
    }

    /** All findings together show as many alerts as the case may: each keeps its first and its newest. */
    private static List<Finding> bounded(List<Finding> findings, int room) {
        int each = Math.max(2, room / Math.max(1, findings.size()));
        return findings.stream().map(finding -> bounded(finding, each)).toList();
    }

    private static Finding bounded(Finding finding, int most) {
        List<Evidence> all = finding.evidence();
        if (all.size() <= most) {
            return finding;
        }
        List<Evidence> kept = new ArrayList<>(all.subList(0, most - most / 2));
        kept.addAll(all.subList(all.size() - most / 2, all.size()));
        return new Finding(
                finding.id(),
                finding.ruleId(),
                finding.ruleSha256(),
                finding.title(),
                finding.severity(),
                finding.entityKind(),
                finding.entity(),
                finding.asset(),
                finding.first(),
                finding.last(),
                finding.matches(),
                finding.alertsByRule(),
                finding.steps(),
                finding.reasons(),
                finding.techniques(),
                kept,
                finding.marks());
    }

    private static Map<String, Long> alertsByRule(OpenCase open) {
        Map<String, Long> counts = new TreeMap<>(open.supportingByRule());
        open.telling()
                .forEach(finding -> finding.alertsByRule().forEach((rule, n) -> counts.merge(rule, n, Math::max)));
        open.strands().stream()
                .collect(Collectors.groupingBy(
                        strand -> Signature.rule(strand.signature()),
                        TreeMap::new,
                        Collectors.summingLong(Strand::count)))
                .forEach((rule, n) -> counts.merge(rule, n, Math::max));
        return counts;
    }

    /** Of what the case shows: a finding beyond the limit keeps it open, but is not in it. */
    private static Instant lastSeen(OpenCase open) {
        return Stream.concat(
                        Stream.concat(
                                open.telling().stream().map(Finding::last),
                                open.strands().stream().map(Strand::last)),
                        open.supporting().stream().map(Evidence::time))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static List<String> names(
            List<Finding> findings, OpenCase open, Function<Evidence, @Nullable String> name) {
        return Stream.concat(
                        findings.stream().flatMap(finding -> finding.evidence().stream()), open.supporting().stream())
                .map(name)
                .filter(Objects::nonNull)
                .distinct()
                .limit(Case.MAX_NAMES)
                .toList();
    }
}
