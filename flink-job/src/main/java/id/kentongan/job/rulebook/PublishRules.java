package id.kentongan.job.rulebook;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.settings.JobSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Publishes each rule of a folder that topic {@code rules} has never seen (by its sha256). A rule that the topic
 * knows keeps the state that it has there, also when its text is new. All rules are checked and compiled first: one
 * broken rule stops all.
 */
public final class PublishRules {
    private PublishRules() {}

    /** Arguments: settings file, rules folder. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: PublishRules SETTINGS_FILE RULES_FOLDER");
        }
        JobSettings settings = JobSettings.read(Path.of(args[0]));
        List<RuleRecord> folder = RuleFolder.read(Path.of(args[1]));
        List<String> faults = faults(folder);
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(1);
        }
        publish(new RuleTopic(settings.kafkaBootstrap(), settings.topicPrefix()), folder, System.out);
    }

    static List<String> faults(List<RuleRecord> rules) {
        return rules.stream()
                .flatMap(rule -> CompilesRules.check(rule).faults().stream())
                .toList();
    }

    static void publish(RuleTopic topic, List<RuleRecord> folder, PrintStream told) {
        List<RuleRecord> known = topic.everything();
        Set<String> seen = known.stream().map(RuleRecord::sha256).collect(Collectors.toSet());
        List<RuleRecord> fresh = folder.stream()
                .filter(rule -> !seen.contains(rule.sha256()))
                .map(rule -> inItsState(rule, known))
                .toList();
        topic.publish(fresh);
        folder.forEach(rule ->
                told.println(rule.slug() + (seen.contains(rule.sha256()) ? ": known to the topic" : ": published")));
    }

    /** {@code known}: oldest first. */
    static RuleRecord inItsState(RuleRecord rule, List<RuleRecord> known) {
        return known.stream()
                .filter(before -> before.slug().equals(rule.slug()))
                .reduce((older, newer) -> newer)
                .map(newest -> new RuleRecord(
                        rule.slug(), rule.sha256(), newest.state(), rule.ruleYml(), rule.ruleEpl(), null))
                .orElse(rule);
    }
}
