package id.kentongan.desk.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard as it lies in the repository, and what Grafana would put in place of its macros. */
public record Dashboard(JsonNode json) {
    private static final Path GRAFANA = Path.of(System.getProperty("kentongan.root"), "grafana");

    /** One query of one panel. */
    public record Target(String panel, JsonNode json) {
        public boolean isSql() {
            return json.has("rawSql");
        }

        public String promql() {
            return json.path("expr").asString("");
        }

        /** The half of the title behind the slash. */
        public String panelInEnglish() {
            return panel.substring(panel.indexOf(" / ") + 3);
        }

        /** The query over one day around {@code time}, with Grafana's macros replaced. */
        public String sqlAround(Instant time) {
            String from = "'" + time.minusSeconds(43_200) + "'::timestamptz";
            String to = "'" + time.plusSeconds(43_200) + "'::timestamptz";
            return json.path("rawSql")
                    .asString()
                    .replaceAll("\\$__timeFilter\\(([^)]*)\\)", "$1 between " + from + " and " + to)
                    .replace("$__timeFrom()", from)
                    .replace("$__timeTo()", to)
                    .replace("$__interval", "1m");
        }

        @Override
        public String toString() {
            return panel;
        }
    }

    public static Dashboard read() throws IOException {
        return new Dashboard(new JsonMapper().readTree(Files.readString(GRAFANA.resolve("dashboards/kentongan.json"))));
    }

    public static String provisioning(String file) throws IOException {
        return Files.readString(GRAFANA.resolve("provisioning").resolve(file));
    }

    public static String file(String name) throws IOException {
        return Files.readString(GRAFANA.resolve(name));
    }

    /** Labels by metric, from {@code metrics.txt}. */
    public static Map<String, List<String>> agreedMetrics() throws IOException {
        Map<String, List<String>> metrics = new LinkedHashMap<>();
        for (String line : Files.readAllLines(GRAFANA.resolve("metrics.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> words = Arrays.asList(line.strip().split(" +"));
                metrics.put(words.get(0), words.subList(1, words.size()));
            }
        }
        return metrics;
    }

    public List<JsonNode> panels() {
        return json.path("panels").valueStream().toList();
    }

    public List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (JsonNode panel : panels()) {
            panel.path("targets")
                    .valueStream()
                    .forEach(
                            target -> targets.add(new Target(panel.path("title").asString(), target)));
        }
        return targets;
    }
}
