package id.kentongan.job.casework;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Tactic;
import id.kentongan.contracts.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Title and summary of a case, made from facts alone. */
final class CaseText {
    private static final int ADDRESSES = 5;

    private CaseText() {}

    /** The gravest finding names the case; of equals, the first. */
    static Text title(List<Finding> findings) {
        Finding gravest = findings.stream()
                .sorted(Comparator.comparing(Finding::severity, Comparator.<Severity>reverseOrder()))
                .findFirst()
                .orElseThrow();
        String agent = named(gravest.asset());
        return new Text(gravest.title().id() + " pada " + agent, gravest.title().en() + " on " + agent);
    }

    static Text summary(OpenCase open, List<Finding> findings) {
        return new Text(
                sentences(findings, Text::id)
                        + stages(findings, " Tahap serangan: ", Text::id)
                        + supporting(open, " peringatan IDS dari agen yang sama menyertai")
                        + excepted(open, " hal tidak biasa tercakup pengecualian dan tidak dihitung."),
                sentences(findings, Text::en)
                        + stages(findings, " Stages of the attack: ", Text::en)
                        + supporting(open, " IDS alerts of the same agent go with it")
                        + excepted(open, " unusual things were covered by exceptions and do not count."));
    }

    private static String sentences(List<Finding> findings, Function<Text, String> language) {
        return findings.stream()
                .map(finding -> language.apply(finding.title()) + ": "
                        + finding.reasons().stream().limit(3).map(language).collect(Collectors.joining("; ")))
                .collect(Collectors.joining(". ", "", "."));
    }

    private static String supporting(OpenCase open, String words) {
        String sources = open.supporting().stream()
                .map(Evidence::sourceIp)
                .filter(Objects::nonNull)
                .distinct()
                .limit(ADDRESSES)
                .collect(Collectors.joining(", "));
        return open.supportingCount() == 0
                ? ""
                : " " + open.supportingCount() + words + (sources.isEmpty() ? "" : ": " + sources) + ".";
    }

    private static String stages(List<Finding> findings, String words, Function<Text, String> language) {
        List<Tactic> stages = Tactics.of(findings.stream()
                .flatMap(finding -> finding.techniques().stream())
                .toList());
        return stages.isEmpty()
                ? ""
                : words
                        + stages.stream()
                                .map(Tactic::written)
                                .map(language)
                                .collect(Collectors.joining(" > ", "", "."));
    }

    private static String excepted(OpenCase open, String words) {
        return open.excepted() == 0 ? "" : " " + open.excepted() + words;
    }

    private static String named(Asset asset) {
        String name = asset.agentName();
        return name == null ? "agen " + asset.agentId() : name;
    }
}
