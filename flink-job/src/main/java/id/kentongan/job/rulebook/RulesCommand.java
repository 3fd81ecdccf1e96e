package id.kentongan.job.rulebook;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.settings.JobSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * {@code kentongan rules}: reads and tries rules on disk, and publishes them and their state. Exit code 0; 1 where a
 * rule is faulty or something failed; 2 where the words are not understood.
 */
public final class RulesCommand {
    private static final String USAGE = """
            Usage: ./kentongan rules VERB

              list                what topic rules holds, and what the job made of it
              lint [FOLDER...]    check rules on disk, all faults at once
              test [SLUG...]      run the examples of tests.yml
              publish [FOLDER...] check rules and publish those whose text is new
              enable SLUG         judge it, its findings open cases
              trial SLUG          judge and count it, its findings open no case
              disable SLUG        judge it no longer
                --from TIME       as of this event time, such as 2026-11-24T08:00:00Z (otherwise at once)
              --data DIR          of the running Kentongan, as of ./kentongan up
            """;

    private final Path rules;
    private final Path settings;
    private final PrintStream out;
    private final PrintStream err;

    RulesCommand(Path rules, Path settings, PrintStream out, PrintStream err) {
        this.rules = rules;
        this.settings = settings;
        this.out = out;
        this.err = err;
    }

    /** Arguments: rules folder, data directory's default, then the words behind {@code kentongan rules}. */
    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(Arrays.asList(args).subList(2, args.length));
        String data = option("--data", words);
        Path settings = Path.of(data == null ? args[1] : data, "run", "job.properties");
        System.exit(new RulesCommand(Path.of(args[0]), settings, System.out, System.err).run(words));
    }

    int run(List<String> words) throws IOException {
        List<String> rest = new ArrayList<>(words);
        String from = option("--from", rest);
        String verb = rest.isEmpty() ? "" : rest.remove(0);
        try {
            return switch (verb) {
                case "list" -> list();
                case "lint" -> lint(rest);
                case "test" -> test(rest);
                case "publish" -> publish(rest);
                case "enable" -> turn(rest, RuleState.ACTIVE, from);
                case "trial" -> turn(rest, RuleState.TRIAL, from);
                case "disable" -> turn(rest, RuleState.DISABLED, from);
                default -> misunderstood();
            };
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (KafkaException e) {
            err.println("Kafka does not answer (" + e.getMessage() + "). Is Kentongan running? ./kentongan status");
        }
        return 1;
    }

    private int misunderstood() {
        err.print(USAGE);
        return 2;
    }

    private int list() throws IOException {
        RuleTopic topic = topic();
        Map<String, RuleStatus> statuses = topic.statuses();
        String row = "%-28s %-9s %-9s %-21s %s%n";
        out.printf(row, "RULE", "WANTED", "IS", "IN FORCE FROM", "WHY");
        for (RuleRecord rule : topic.start().newest()) {
            RuleStatus status = statuses.get(rule.slug());
            boolean ofThis = status != null && status.sha256().equals(rule.sha256());
            out.printf(
                    row,
                    shown(rule.slug()),
                    rule.state(),
                    status == null ? "-" : ofThis ? status.standing() : status.standing() + " (older text)",
                    status == null || status.inForceFrom() == null ? "-" : status.inForceFrom(),
                    status == null ? "" : shown(String.join("; ", status.why())));
        }
        return 0;
    }

    private int lint(List<String> folders) throws IOException {
        int faulty = 0;
        for (RuleRecord record : read(folders)) {
            CheckedRule checked = CompilesRules.check(record);
            checked.faults().forEach(fault -> out.println("FAULT    " + shown(fault)));
            checked.warnings().forEach(warning -> out.println("warning  " + shown(warning)));
            Rule rule = checked.rule();
            if (rule != null) {
                out.println("ok       rule " + shown(record.slug()) + ": looks back " + rule.horizon());
            }
            faulty += checked.faults().isEmpty() ? 0 : 1;
        }
        return faulty == 0 ? 0 : 1;
    }

    private int test(List<String> slugs) throws IOException {
        int failed = 0;
        for (RuleRecord record : read(slugs)) {
            CheckedRule rule = CompilesRules.check(record);
            rule.faults().forEach(fault -> out.println("FAULT    " + shown(fault)));
            failed += rule.faults().size();
            if (rule.faults().isEmpty()) {
                failed +=
                        examples(rule, RuleExample.of(folder(slugs.isEmpty() ? record.slug() : named(slugs, record))));
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private static String named(List<String> slugs, RuleRecord record) {
        return slugs.stream()
                .filter(slug -> slug.equals(record.slug()) || Path.of(slug).endsWith(record.slug()))
                .findFirst()
                .orElse(record.slug());
    }

    private int examples(CheckedRule rule, List<RuleExample> examples) {
        int failed = 0;
        for (RuleExample example : examples) {
            String wrong = example.wrong(rule);
            out.println((wrong == null ? "ok       " : "FAILED   ")
                    + shown(example.toString())
                    + (wrong == null ? "" : ": " + wrong));
            failed += wrong == null ? 0 : 1;
        }
        boolean both = examples.stream().anyMatch(example -> example.findings() > 0)
                && examples.stream().anyMatch(example -> example.findings() == 0);
        if (!both) {
            out.println("FAILED   " + rule.source().slug()
                    + ": tests.yml needs an example that fires and one that stays quiet");
        }
        return failed + (both ? 0 : 1);
    }

    private int publish(List<String> folders) throws IOException {
        List<RuleRecord> read = read(folders);
        List<String> faults = PublishRules.faults(read);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> err.println("FAULT    " + shown(fault)));
            return 1;
        }
        RuleTopic topic = topic();
        List<RuleRecord> newest = topic.start().newest();
        for (RuleRecord rule : read) {
            boolean known = newest.stream()
                    .anyMatch(one ->
                            one.slug().equals(rule.slug()) && one.sha256().equals(rule.sha256()));
            if (!known) {
                topic.publish(List.of(PublishRules.inItsState(rule, newest)));
            }
            out.println(shown(rule.slug()) + (known ? ": the topic has this text" : ": published"));
        }
        return 0;
    }

    private int turn(List<String> slugs, RuleState state, @Nullable String from) throws IOException {
        if (slugs.size() != 1) {
            return misunderstood();
        }
        Instant effective = from == null ? null : time(from);
        RuleTopic topic = topic();
        RuleRecord rule = topic.start().newest().stream()
                .filter(one -> one.slug().equals(slugs.get(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Topic rules holds no " + shown(slugs.get(0))
                        + ". ./kentongan rules list shows what it holds."));
        topic.publish(
                List.of(new RuleRecord(rule.slug(), rule.sha256(), state, rule.ruleYml(), rule.ruleEpl(), effective)));
        out.println(shown(rule.slug()) + ": " + state + (effective == null ? "" : " from " + effective));
        return 0;
    }

    private static Instant time(String written) {
        try {
            return java.time.OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--from " + shown(written) + " is no time such as 2026-11-24T08:00:00Z or …T15:00:00+07:00", e);
        }
    }

    private List<RuleRecord> read(List<String> folders) throws IOException {
        if (folders.isEmpty()) {
            return RuleFolder.read(rules);
        }
        List<RuleRecord> read = new ArrayList<>();
        for (String one : folders) {
            Path folder = folder(one);
            if (!Files.isRegularFile(folder.resolve("rule.yml")) || !Files.isRegularFile(folder.resolve("rule.epl"))) {
                throw new IllegalArgumentException(shown(one) + " is no rule: it needs rule.yml and rule.epl");
            }
            read.add(RuleFolder.rule(folder));
        }
        return read;
    }

    /** A folder, or the slug of a rule that ships. */
    private Path folder(String named) {
        Path folder = Path.of(named);
        return Files.isDirectory(folder) ? folder : rules.resolve(named);
    }

    private RuleTopic topic() throws IOException {
        if (!Files.isRegularFile(settings)) {
            throw new IllegalArgumentException("Kentongan has not run here: there is no " + settings
                    + ". Start it with ./kentongan up, or give --data.");
        }
        JobSettings job = JobSettings.read(settings);
        return new RuleTopic(job.kafkaBootstrap(), job.topicPrefix());
    }

    private static @Nullable String option(String name, List<String> words) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return null;
        }
        words.remove(at);
        return words.remove(at);
    }

    /** Rules are texts of people: no control characters reach the terminal. */
    private static String shown(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
