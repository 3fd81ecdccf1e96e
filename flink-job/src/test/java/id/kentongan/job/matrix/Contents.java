package id.kentongan.job.matrix;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What findings say once what was withdrawn is left out, without their names: for runs with late alerts, in which some
 * things are found in another order than they happened. Which case a finding joins depends on what was unusual when it
 * came, and that is not judged a second time: so of cases only which agents are in one is compared.
 *
 * @param findings each a line, sorted
 * @param agents of what cases hold, sorted
 */
record Contents(List<String> findings, List<String> agents) {

    static Contents of(Answer answer) {
        return new Contents(
                lines(answer.findings().values().stream()
                        .filter(finding -> !Answer.isWithdrawn(finding))
                        .map(finding -> told(finding) + " " + names(finding.evidence()))
                        .toList()),
                lines(answer.cases().values().stream()
                        .flatMap(each -> each.findings().stream())
                        .filter(finding -> !Answer.isWithdrawn(finding))
                        .map(finding -> finding.asset().toString())
                        .distinct()
                        .toList()));
    }

    /** What the cases show that does not hold, or show twice. One that goes on in another keeps what it had then. */
    static List<String> faultsOfCases(Answer answer) {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Case each : answer.cases().values()) {
            if (each.mergedInto() != null) {
                continue;
            }
            for (Finding finding : each.findings()) {
                Finding newest = answer.findings().get(finding.id());
                if (!seen.add(finding.id())) {
                    faults.add("in two cases: " + finding.id());
                } else if (newest != null && Answer.isWithdrawn(newest) != Answer.isWithdrawn(finding)) {
                    faults.add("withdrawn in one place only: " + finding.id());
                }
            }
        }
        return faults;
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

    /** Empty when both say the same. */
    List<String> differencesTo(Contents told) {
        List<String> differences = new ArrayList<>();
        differences.addAll(missing("expected, not told: ", findings, told.findings));
        differences.addAll(missing("told, not expected: ", told.findings, findings));
        differences.addAll(missing("expected in a case: ", agents, told.agents));
        differences.addAll(missing("not expected in a case: ", told.agents, agents));
        return differences;
    }

    private static List<String> missing(String words, List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.stream().map(words::concat).toList();
    }
}
