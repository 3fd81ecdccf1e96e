package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One example of a rule's {@code tests.yml}: alerts at offsets, and how many findings they must give. */
record RuleExample(String slug, String name, List<Alert> alerts, int findings, Map<String, Long> steps) {
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<RuleExample> all(Path rules) {
        try (Stream<Path> folders = Files.list(rules)) {
            return folders.filter(folder -> Files.exists(folder.resolve("rule.yml")))
                    .sorted()
                    .flatMap(RuleExample::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<RuleExample> of(Path folder) {
        String slug = folder.getFileName().toString();
        return list(yaml(folder.resolve("tests.yml")).get("tests")).stream().map(test -> read(slug, (Map<?, ?>) test));
    }

    private static RuleExample read(String slug, Map<?, ?> test) {
        List<Alert> alerts = new ArrayList<>();
        list(test.get("alerts")).forEach(line -> addAlerts((Map<?, ?>) line, alerts));
        Map<String, Long> steps = new java.util.TreeMap<>();
        if (test.get("steps") instanceof Map<?, ?> expected) {
            expected.forEach((step, n) -> steps.put(String.valueOf(step), Long.valueOf(String.valueOf(n))));
        }
        return new RuleExample(slug, String.valueOf(test.get("name")), alerts, (Integer) test.get("findings"), steps);
    }

    private static void addAlerts(Map<?, ?> line, List<Alert> alerts) {
        int times = line.containsKey("times") ? (Integer) line.get("times") : 1;
        Duration every = line.containsKey("every") ? Duration.parse(String.valueOf(line.get("every"))) : Duration.ZERO;
        for (int i = 0; i < times; i++) {
            Instant at =
                    START.plus(Duration.parse(String.valueOf(line.get("at")))).plus(every.multipliedBy(i));
            alerts.add(WazuhAlerts.read(json(line, at, alerts.size()).toString().getBytes(UTF_8)));
        }
    }

    private static ObjectNode json(Map<?, ?> line, Instant at, int number) {
        ObjectNode alert = JSON.createObjectNode();
        alert.put("timestamp", at.toString().replace("Z", "+0000"));
        alert.put("id", at.getEpochSecond() + "." + number);
        alert.putObject("manager").put("name", "wazuh-1");
        String agent = line.containsKey("agent") ? String.valueOf(line.get("agent")) : "004";
        alert.putObject("agent").put("id", agent).put("name", "agent-" + agent);
        alert.putObject("rule").put("id", String.valueOf(line.get("rule"))).put("level", 5);
        ObjectNode data = alert.putObject("data");
        putIfThere(line, "srcip", data, "srcip");
        putIfThere(line, "user", data, "dstuser");
        putIfThere(line, "url", data, "url");
        putIfThere(line, "method", data, "protocol");
        putIfThere(line, "status", data, "id");
        putIfThere(line, "path", alert.putObject("syscheck"), "path");
        return alert;
    }

    private static void putIfThere(Map<?, ?> line, String key, ObjectNode to, String field) {
        if (line.containsKey(key)) {
            to.put(field, String.valueOf(line.get(key)));
        }
    }

    private static Map<?, ?> yaml(Path file) {
        try {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    @Override
    public String toString() {
        return slug + ": " + name;
    }
}
