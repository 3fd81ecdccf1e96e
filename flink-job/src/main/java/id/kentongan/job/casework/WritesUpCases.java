package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Gap;
import id.kentongan.contracts.Severity;
import id.kentongan.job.intake.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an open case up as the record that leaves the job: bounded, and the same for the same contributions. */
final class WritesUpCases {
    private WritesUpCases() {}

    static Case writeUp(OpenCase open, List<Gap> gaps) {
        List<Finding> findings = bounded(open.findings());
        List<Finding> telling = open.telling();
        Map<String, Long> byRule = alertsByRule(open);
        return new Case(
                "c-" + Sha256.name(open.opener()),
                open.version(),
                CaseText.title(telling),
                CaseText.summary(open),
                telling.stream().map(Finding::severity).max(Severity::compareTo).orElseThrow(),
                findings.get(0).asset(),
                open.openedAt(),
                open.firstSeen(),
                lastSeen(open),
                findings,
                open.supporting(),
                byRule.values().stream().mapToLong(Long::longValue).sum(),
                byRule,
                names(open, Evidence::sourceIp),
                names(open, Evidence::user),
                telling.stream()
                        .flatMap(finding -> finding.techniques().stream())
                        .distinct()
                        .toList(),
                gaps);
    }

    /** All findings together show as many alerts as the case may: each keeps its first and its newest. */
    private static List<Finding> bounded(List<Finding> findings) {
        int room = Case.MAX_EVIDENCE - OpenCase.SUPPORTING_FIRST - OpenCase.SUPPORTING_NEWEST;
        int each = Math.max(2, room / findings.size());
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
        return counts;
    }

    /** Of what the case shows: a finding beyond the limit keeps it open, but is not in it. */
    private static Instant lastSeen(OpenCase open) {
        return Stream.concat(
                        open.telling().stream().map(Finding::last),
                        open.supporting().stream().map(Evidence::time))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static List<String> names(OpenCase open, Function<Evidence, @Nullable String> name) {
        return Stream.concat(
                        open.telling().stream().flatMap(finding -> finding.evidence().stream()),
                        open.supporting().stream())
                .map(name)
                .filter(Objects::nonNull)
                .distinct()
                .limit(Case.MAX_NAMES)
                .toList();
    }
}
