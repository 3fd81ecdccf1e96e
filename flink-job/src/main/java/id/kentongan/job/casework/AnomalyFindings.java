package id.kentongan.job.casework;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Tactic;
import id.kentongan.contracts.Text;
import id.kentongan.job.anomaly.SignalFinding;
import id.kentongan.job.anomaly.SignalText;
import id.kentongan.job.anomaly.Signature;
import id.kentongan.job.intake.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was unusual in a case, as one finding for each agent, the most unusual agent first. */
final class AnomalyFindings {
    static final String RULE = SignalFinding.RULE;

    private static final int MOST_FINDINGS = 20;
    private static final int MOST_REASONS = 12;
    /** So many bits in all are an incident beyond doubt. */
    private static final double GRAVE = 100;

    private AnomalyFindings() {}

    /** What of a strand is shown. */
    private record Shown(Strand strand, List<Evidence> evidence) {}

    /** @param room pieces of evidence that all of them together may show */
    static List<Finding> of(OpenCase open, int room) {
        Map<Asset, List<Shown>> byAgent = new LinkedHashMap<>();
        shown(open.strands(), room)
                .forEach(each -> byAgent.computeIfAbsent(each.strand().asset(), any -> new ArrayList<>())
                        .add(each));
        double all = open.strands().stream().mapToDouble(Strand::bits).sum();
        Severity severity = open.holding().isEmpty() ? (all >= GRAVE ? Severity.HIGH : Severity.MEDIUM) : Severity.LOW;
        return byAgent.values().stream()
                .sorted(Comparator.comparingDouble(AnomalyFindings::bits).reversed())
                .limit(MOST_FINDINGS)
                .map(ofAgent -> finding(open, ofAgent, severity))
                .toList();
    }

    private static double bits(List<Shown> ofAgent) {
        return ofAgent.stream().mapToDouble(each -> each.strand().bits()).sum();
    }

    private static Finding finding(OpenCase open, List<Shown> ofAgent, Severity severity) {
        List<Strand> strands = ofAgent.stream().map(Shown::strand).toList();
        Asset asset = strands.get(0).asset();
        Map<String, Long> byRule = new TreeMap<>();
        strands.forEach(strand -> byRule.merge(Signature.rule(strand.signature()), strand.count(), Long::sum));
        List<Evidence> evidence = ofAgent.stream()
                .flatMap(each -> each.evidence().stream())
                .sorted(Comparator.comparing(Evidence::time).thenComparing(Evidence::alert))
                .toList();
        return new Finding(
                "f-" + Sha256.name(open.id() + "|" + asset.node() + "/" + asset.agentId()),
                RULE,
                "",
                SignalText.title(),
                severity,
                EntityKind.AGENT,
                asset.node() + "/" + asset.agentId(),
                asset,
                strands.stream()
                        .map(Strand::first)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                strands.stream()
                        .map(Strand::last)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                strands.stream().mapToLong(strand -> strand.evidence().size()).sum(),
                byRule,
                SignalText.steps(),
                reasons(strands),
                strands.stream()
                        .flatMap(strand -> strand.techniques().stream())
                        .distinct()
                        .toList(),
                evidence,
                List.of());
    }

    private static List<Text> reasons(List<Strand> strands) {
        return strands.stream()
                .flatMap(strand -> strand.reasons().stream())
                .limit(MOST_REASONS)
                .toList();
    }

    /** Of each strand its first, then of each its second, and so on: one of each stage first, then those with most bits. */
    private static List<Shown> shown(List<Strand> strands, int room) {
        List<Shown> shown =
                oneOfEachStageFirst(strands.stream()
                                .sorted(Comparator.comparingDouble(Strand::best).reversed())
                                .toList())
                        .stream()
                        .map(strand -> new Shown(strand, new ArrayList<>()))
                        .toList();
        int left = room;
        for (int round = 0; round < Strand.MOST_EVIDENCE && left > 0; round++) {
            for (Shown each : shown) {
                if (round < each.strand().evidence().size() && left > 0) {
                    each.evidence().add(each.strand().evidence().get(round));
                    left--;
                }
            }
        }
        return shown;
    }

    private static List<Strand> oneOfEachStageFirst(List<Strand> strands) {
        Set<Tactic> had = EnumSet.noneOf(Tactic.class);
        List<Strand> first = strands.stream()
                .filter(strand -> had.addAll(Tactics.of(strand.techniques())))
                .toList();
        return Stream.concat(first.stream(), strands.stream().filter(strand -> !first.contains(strand)))
                .toList();
    }
}
