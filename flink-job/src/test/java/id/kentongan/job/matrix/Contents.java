package id.kentongan.job.matrix;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What findings and cases say once what was withdrawn is left out, without their names: for runs with late alerts, in
 * which some things are found in another order than they happened.
 *
 * @param findings and cases, each a line, sorted
 */
record Contents(List<String> findings, List<String> cases) {

    static Contents of(Answer answer) {
        return new Contents(
                lines(answer.findings().values().stream()
                        .filter(finding -> !Answer.isWithdrawn(finding))
                        .map(finding -> told(finding) + " " + names(finding.evidence()))
                        .toList()),
                lines(answer.cases().values().stream()
                        .filter(each -> !each.findings().stream().allMatch(Answer::isWithdrawn))
                        .map(Contents::told)
                        .toList()));
    }

    private static List<String> lines(Collection<String> lines) {
        return lines.stream().sorted().toList();
    }

    private static String told(Finding finding) {
        return String.join(
                " ",
                finding.ruleId(),
                finding.entity(),
                finding.severity().toString(),
                finding.first().toString(),
                finding.last().toString(),
                Long.toString(finding.matches()),
                new TreeMap<>(finding.alertsByRule()).toString());
    }

    private static String names(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::alert).sorted().collect(Collectors.joining(","));
    }

    private static String told(Case each) {
        return String.join(
                " ",
                each.asset().toString(),
                each.severity().toString(),
                each.firstSeen().toString(),
                each.lastSeen().toString(),
                new TreeMap<>(each.alertsByRule()).toString(),
                new TreeSet<>(each.sourceIps()).toString(),
                new TreeSet<>(each.users()).toString(),
                new TreeSet<>(each.techniques()).toString(),
                each.findings().stream()
                        .filter(finding -> !Answer.isWithdrawn(finding))
                        .map(Contents::told)
                        .sorted()
                        .toList()
                        .toString());
    }

    /** Empty when both say the same. */
    List<String> differencesTo(Contents told) {
        List<String> differences = new ArrayList<>();
        differences.addAll(missing("expected, not told: ", findings, told.findings));
        differences.addAll(missing("told, not expected: ", told.findings, findings));
        differences.addAll(missing("expected, not told: ", cases, told.cases));
        differences.addAll(missing("told, not expected: ", told.cases, cases));
        return differences;
    }

    private static List<String> missing(String words, List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.stream().map(words::concat).toList();
    }
}
