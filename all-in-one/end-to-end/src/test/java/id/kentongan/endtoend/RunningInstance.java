package id.kentongan.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One `up`, driven from outside as its user would: started, asked, killed, stopped. */
final class RunningInstance implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("kentongan.root"));
    private static final Pattern METRIC = Pattern.compile("(?m)^(\\w+)(?:\\{[^}]*})? (\\S+)$");

    private final Path data;
    private Process launcher;

    private RunningInstance(Path data, Process launcher) {
        this.data = data;
        this.launcher = launcher;
    }

    /** Blocks until `up` says that all parts are ready. */
    static RunningInstance up(Path data, String... input) throws IOException {
        Files.createDirectories(data);
        RunningInstance instance = new RunningInstance(data, start(data, input));
        instance.awaitReady();
        return instance;
    }

    /** Starts again on the same data, after {@link #killEverything} or {@link #close}. */
    void upAgain() throws IOException {
        launcher = start(data);
        awaitReady();
    }

    String deskUrl() throws IOException {
        return "http://127.0.0.1:" + port("DESK");
    }

    /** Name and password of the first person. */
    String[] login() throws IOException {
        return Files.readAllLines(data.resolve("secrets/first-login"))
                .get(0)
                .replaceFirst("^[a-z_]+:", "")
                .split(" ");
    }

    String panelPassword() throws IOException {
        return Files.readString(data.resolve("secrets/panel-reader")).strip();
    }

    String port(String name) throws IOException {
        return properties("run/ports").getProperty(name);
    }

    /** What a part, or a task that ran before one, has written. */
    String log(String part) throws IOException {
        return Files.readString(data.resolve("logs/" + part + ".log"));
    }

    /** The launcher and every process below it. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants())
                .toList();
    }

    Path data() {
        return data;
    }

    /** What `cases --json` shows: the newest version of each case, by id. */
    Map<String, JsonNode> cases() throws IOException {
        Process asked = verb(ProcessBuilder.Redirect.DISCARD, "cases", "--json");
        Map<String, JsonNode> cases = new TreeMap<>();
        try (var lines = asked.inputReader()) {
            for (String line : lines.lines().toList()) {
                JsonNode read = JSON.readTree(line);
                cases.put(read.path("id").textValue(), read);
            }
        }
        return cases;
    }

    /** How much of the recorded input is read, 0 to 1. */
    double progress() throws IOException {
        JsonNode source = progressOfSource();
        return source.path("readBytes").asDouble()
                / Math.max(1, source.path("totalBytes").asDouble());
    }

    /**
     * Waits until the source has ended, the job's time has passed its last alert, and two more checkpoints are
     * complete: a checkpoint begun after that moment flushes every sink.
     */
    void awaitEverythingHandedOver() throws IOException {
        Await.until("all alerts to be judged", this::everythingIsJudged);
        double before = checkpoints();
        Await.until("two more checkpoints", () -> checkpoints() >= before + 2);
    }

    private boolean everythingIsJudged() throws IOException {
        JsonNode source = progressOfSource();
        if (!source.path("ended").asBoolean()) {
            return false;
        }
        Instant last = Instant.parse(source.path("lastTime").textValue());
        Double lag = metrics("JOB_METRICS", "/metrics").get("kentongan_job_watermark_lag_seconds");
        return lag != null
                && !lag.isNaN()
                && Instant.now().minusSeconds(lag.longValue()).isAfter(last.plusSeconds(1800));
    }

    private double checkpoints() throws IOException {
        return metrics("JOB_METRICS", "/metrics")
                .getOrDefault("kentongan_job_flink_number_of_completed_checkpoints", 0.0);
    }

    Map<String, Double> metrics(String port, String path) throws IOException {
        Map<String, Double> metrics = new TreeMap<>();
        Matcher line = METRIC.matcher(get("http://127.0.0.1:" + port(port) + path));
        while (line.find()) {
            metrics.merge(line.group(1), Double.valueOf(line.group(2)), Double::sum);
        }
        return metrics;
    }

    /** kill -9 of one part; the launcher must start it anew. */
    void kill(String part) throws IOException {
        long pid = Long.parseLong(properties("run/" + part + ".process").getProperty("pid"));
        ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("expected " + part + " to run as " + pid))
                .destroyForcibly();
        Await.until("the launcher to restart " + part, () -> {
            Properties now = properties("run/" + part + ".process");
            return Long.parseLong(now.getProperty("pid", "0")) != pid && "UP".equals(now.getProperty("state"));
        });
    }

    /** kill -9 of the launcher and all parts at once: the machine lost its power, as far as they know. */
    void killEverything() throws IOException {
        List<ProcessHandle> all = new ArrayList<>(launcher.descendants().toList());
        launcher.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        Await.until("all processes to be gone", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() throws IOException {
        if (!launcher.isAlive()) {
            return;
        }
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                killEverything();
                throw new AssertionError("expected the launcher to stop within 60 s; see " + data.resolve("logs"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping", e);
        }
    }

    static String get(String url) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + url, e);
        }
    }

    private JsonNode progressOfSource() throws IOException {
        return JSON.readTree(Files.readString(data.resolve("forwarder/progress.json")))
                .path("sources")
                .path(0);
    }

    private void awaitReady() {
        Path console = data.resolve("console.log");
        Await.until("`up` to be ready, see " + console, () -> {
            if (!launcher.isAlive()) {
                throw new AssertionError("`up` ended: " + Files.readString(console));
            }
            return Files.readString(console).contains("Kentongan is up");
        });
    }

    private static Process start(Path data, String... input) throws IOException {
        Path console = data.resolve("console.log");
        Files.deleteIfExists(console);
        List<String> arguments = new ArrayList<>(List.of("up", "--data", data.toString()));
        arguments.addAll(Arrays.asList(input));
        return new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
    }

    private Process verb(ProcessBuilder.Redirect errors, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command(all)).redirectError(errors).start();
    }

    /** As the front door calls it, less the build. */
    private static List<String> command(Collection<String> arguments) {
        Path target = ROOT.resolve("all-in-one/launcher/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-Dkentongan.home=" + ROOT,
                "-cp",
                target.resolve("launcher-0.1.0-SNAPSHOT.jar") + ":" + target.resolve("lib") + "/*",
                "id.kentongan.allinone.Kentongan"));
        command.addAll(arguments);
        return command;
    }

    private Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(data.resolve(file))) {
            properties.load(in);
        }
        return properties;
    }
}
