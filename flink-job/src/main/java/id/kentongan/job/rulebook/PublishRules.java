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
 * knows keeps the status that it has there. All rules are checked and compiled first: one broken rule stops all.
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
        CompilesRules.compile(Rulebook.of(folder));
        publish(new RuleTopic(settings.kafkaBootstrap(), settings.topicPrefix()), folder, System.out);
    }

    static void publish(RuleTopic topic, List<RuleRecord> folder, PrintStream told) {
        Set<String> seen = topic.everything().stream().map(RuleRecord::sha256).collect(Collectors.toSet());
        List<RuleRecord> fresh =
                folder.stream().filter(rule -> !seen.contains(rule.sha256())).toList();
        topic.publish(fresh);
        folder.forEach(rule ->
                told.println(rule.slug() + (seen.contains(rule.sha256()) ? ": known to the topic" : ": published")));
    }
}
