package id.kentongan.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Prometheus scrapes the running parts, and every query of the dashboard answers. */
final class PrometheusScrape {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DASHBOARD =
            Path.of(System.getProperty("kentongan.root"), "grafana/dashboards/kentongan.json");

    private PrometheusScrape() {}

    static void ofTheThreeParts(RunningInstance instance) throws IOException {
        if (Boolean.getBoolean("kentongan.skip.prometheus")) {
            return;
        }
        Path folder = instance.data().resolveSibling("prometheus");
        Fresh.folder(folder);
        int port = freePort();
        Process prometheus = start(folder, port, instance);
        try {
            String api = "http://127.0.0.1:" + port + "/api/v1/query?query=";
            Await.until("Prometheus to see all three parts up", () -> sum(api, "sum(up)") == 3);
            for (String query : queries()) {
                JsonNode answer = ask(api, query);
                assertThat(answer.path("status").textValue()).as(query).isEqualTo("success");
            }
            assertThat(sum(api, "sum(kentongan_job_alerts_total)")).isGreaterThan(1_000);
            assertThat(sum(api, "sum(kentongan_forwarder_sent_total)")).isGreaterThan(1_000);
            assertThat(sum(api, "sum(kentongan_desk_cases)")).isGreaterThan(3);
        } finally {
            prometheus.destroyForcibly();
        }
    }

    private static Process start(Path folder, int port, RunningInstance instance) throws IOException {
        String settings = """
                global: {scrape_interval: 1s}
                rule_files: ["%s"]
                scrape_configs:
                  - {job_name: forwarder, metrics_path: /metrics, static_configs: [{targets: ["127.0.0.1:%s"]}]}
                  - {job_name: job, metrics_path: /metrics, static_configs: [{targets: ["127.0.0.1:%s"]}]}
                  - {job_name: desk, metrics_path: /actuator/prometheus, static_configs: [{targets: ["127.0.0.1:%s"]}]}
                """.formatted(
                        DASHBOARD
                                .resolveSibling("../prometheus/alerts.yml")
                                .toAbsolutePath()
                                .normalize(),
                        instance.port("FORWARDER_METRICS"),
                        instance.port("JOB_METRICS"),
                        instance.port("DESK_MANAGEMENT"));
        Files.writeString(folder.resolve("prometheus.yml"), settings);
        return new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("store"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        JSON.readTree(DASHBOARD.toFile())
                .findValues("expr")
                .forEach(expr -> queries.add(expr.textValue()
                        .replace("$__rate_interval", "1m")
                        .replace("$__interval", "1m")
                        .replace("$__range", "1h")));
        assertThat(queries).isNotEmpty();
        return queries;
    }

    private static double sum(String api, String query) throws IOException {
        return ask(api, query).at("/data/result/0/value/1").asDouble();
    }

    private static JsonNode ask(String api, String query) throws IOException {
        return JSON.readTree(RunningInstance.get(api + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
