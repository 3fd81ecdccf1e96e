package id.kentongan.job.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One example of a rule's {@code tests.yml}: alerts at offsets, and how many findings they must give. An alert with
 * {@code category} is a finding of Wazuh 5, any other one an alert of Wazuh 4.
 *
 * @param steps how many alerts of each step; empty = not asked
 */
public record RuleExample(String slug, String name, List<Alert> alerts, int findings, Map<String, Long> steps) {
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    public RuleExample {
        alerts = List.copyOf(alerts);
        steps = Map.copyOf(steps);
    }

    /** Those of one rule's folder; none where it has no {@code tests.yml}. */
    public static List<RuleExample> of(Path folder) throws IOException {
        Path file = folder.resolve("tests.yml");
        if (!Files.exists(file)) {
            return List.of();
        }
        String slug = folder.toAbsolutePath().normalize().getFileName().toString();
        Object root =
                new Load(LoadSettings.builder().setLabel("tests.yml").build()).loadFromString(Files.readString(file));
        List<RuleExample> examples = new ArrayList<>();
        if (root instanceof Map<?, ?> yaml && yaml.get("tests") instanceof List<?> tests) {
            tests.forEach(test -> examples.add(read(slug, (Map<?, ?>) test)));
        }
        return examples;
    }

    private static RuleExample read(String slug, Map<?, ?> test) {
        List<Alert> alerts = new ArrayList<>();
        if (test.get("alerts") instanceof List<?> lines) {
            lines.forEach(line -> addAlerts((Map<?, ?>) line, alerts));
        }
        Map<String, Long> steps = new TreeMap<>();
        if (test.get("steps") instanceof Map<?, ?> expected) {
            expected.forEach((step, n) -> steps.put(String.valueOf(step), Long.valueOf(String.valueOf(n))));
        }
        int findings = Integer.parseInt(String.valueOf(test.get("findings")));
        return new RuleExample(slug, String.valueOf(test.get("name")), alerts, findings, steps);
    }

    private static void addAlerts(Map<?, ?> line, List<Alert> alerts) {
        int times = line.get("times") instanceof Integer n ? n : 1;
        Duration every = line.containsKey("every") ? Duration.parse(String.valueOf(line.get("every"))) : Duration.ZERO;
        for (int i = 0; i < times; i++) {
            Instant at =
                    START.plus(Duration.parse(String.valueOf(line.get("at")))).plus(every.multipliedBy(i));
            ObjectNode json = line.containsKey("category")
                    ? ofWazuh5(line, at, alerts.size())
                    : ofWazuh4(line, at, alerts.size());
            Intake.Reading reading = new Intake().read(json.toString().getBytes(UTF_8), "0/0");
            if (reading.alert() == null) {
                throw new IllegalArgumentException("tests.yml: " + line + " is no alert: " + reading.reason());
            }
            alerts.add(reading.alert());
        }
    }

    private static ObjectNode ofWazuh4(Map<?, ?> line, Instant at, int number) {
        ObjectNode alert = JSON.createObjectNode();
        alert.put("timestamp", at.toString().replace("Z", "+0000"));
        alert.put("id", at.getEpochSecond() + "." + number);
        alert.putObject("manager").put("name", "wazuh-1");
        String agent = agent(line);
        alert.putObject("agent").put("id", agent).put("name", "agent-" + agent);
        alert.putObject("rule").put("id", String.valueOf(line.get("rule"))).put("level", 5);
        ObjectNode data = alert.putObject("data");
        put(line, "srcip", data, "srcip");
        put(line, "user", data, "dstuser");
        put(line, "url", data, "url");
        put(line, "method", data, "protocol");
        put(line, "status", data, "id");
        put(line, "path", alert.putObject("syscheck"), "path");
        return alert;
    }

    private static ObjectNode ofWazuh5(Map<?, ?> line, Instant at, int number) {
        ObjectNode finding = JSON.createObjectNode();
        finding.put("@timestamp", at.toString());
        ObjectNode event = finding.putObject("event");
        put(line, "category", event, "category");
        put(line, "type", event, "type");
        put(line, "outcome", event, "outcome");
        put(line, "srcip", finding.putObject("source"), "ip");
        put(line, "user", finding.putObject("user"), "name");
        put(line, "url", finding.putObject("url"), "original");
        put(line, "path", finding.putObject("file"), "path");
        ObjectNode http = finding.putObject("http");
        put(line, "method", http.putObject("request"), "method");
        put(line, "status", http.putObject("response"), "status_code");
        ObjectNode wazuh = finding.putObject("wazuh");
        wazuh.putObject("event").put("id", "event-" + number);
        wazuh.putObject("cluster").put("node", "wazuh-1");
        wazuh.putObject("agent").put("id", agent(line)).put("name", "agent-" + agent(line));
        ObjectNode rule = wazuh.putObject("rule").put("id", "aaaaaaaa-0000-5000-8000-000000000001");
        rule.put("title", "an example").put("level", "medium");
        put(line, "tag", rule, "tags");
        return finding;
    }

    private static String agent(Map<?, ?> line) {
        return line.containsKey("agent") ? String.valueOf(line.get("agent")) : "004";
    }

    private static void put(Map<?, ?> line, String key, ObjectNode to, String field) {
        if (line.containsKey(key)) {
            to.put(field, String.valueOf(line.get(key)));
        }
    }

    /** What is wrong with the answer; null where it is as expected. */
    @Nullable
    String wrong(CheckedRule rule) {
        FoldsRows folds = FoldsRows.of(rule, alerts);
        if (folds.findings() != findings) {
            return "expected " + findings + " findings, got " + folds.findings();
        }
        return steps.isEmpty() || folds.steps().equals(steps)
                ? null
                : "expected steps " + steps + ", got " + folds.steps();
    }

    @Override
    public String toString() {
        return slug + ": " + name;
    }
}
