package id.kentongan.job.correlation;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words why a finding fired, from facts alone. Names are as logged; whoever shows them escapes them. */
final class FindingText {
    private static final int NAMES = 5;

    private FindingText() {}

    static List<Text> reasons(Episode episode) {
        RuleCard rule = episode.rule();
        List<Evidence> evidence = episode.allEvidence();
        Text nothing = new Text("tidak tercatat", "none logged");
        Text addresses = names(evidence, Evidence::sourceIp, nothing);
        Text users = names(evidence, Evidence::user, nothing);
        return List.of(
                steps(rule, episode.alertsByStep()),
                new Text(
                        "Alamat sumber (seperti tercatat di log): " + addresses.id(),
                        "Source address (as logged): " + addresses.en()),
                new Text("Akun: " + users.id(), "Account: " + users.en()),
                byRule(episode.alertsByRule()));
    }

    private static Text steps(RuleCard rule, Map<String, Long> counts) {
        Map<String, Long> sorted = new TreeMap<>(counts);
        return new Text(joined(rule, sorted, Text::id), joined(rule, sorted, Text::en));
    }

    private static String joined(RuleCard rule, Map<String, Long> counts, Function<Text, String> language) {
        return counts.entrySet().stream()
                .map(step -> step.getValue() + " " + language.apply(words(rule, step.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static Text words(RuleCard rule, String step) {
        Text words = rule.steps().get(step);
        return words == null ? new Text(step, step) : words;
    }

    private static Text byRule(Map<String, Long> counts) {
        String list = new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> count.getKey() + " × " + count.getValue())
                        .collect(Collectors.joining(", "));
        return new Text("Peringatan menurut aturan Wazuh: " + list, "Alerts by Wazuh rule: " + list);
    }

    private static Text names(List<Evidence> evidence, Function<Evidence, String> name, Text nothing) {
        List<String> distinct =
                evidence.stream().map(name).filter(Objects::nonNull).distinct().toList();
        if (distinct.isEmpty()) {
            return nothing;
        }
        String shown = distinct.stream().limit(NAMES).map(FindingText::told).collect(Collectors.joining(", "));
        int more = distinct.size() - NAMES;
        return more <= 0
                ? new Text(shown, shown)
                : new Text(shown + " dan " + more + " lainnya", shown + " and " + more + " more");
    }

    private static String told(String name) {
        boolean loopback = name.startsWith("127.") || name.equals("::1");
        return loopback ? name + " (loopback)" : name;
    }
}
