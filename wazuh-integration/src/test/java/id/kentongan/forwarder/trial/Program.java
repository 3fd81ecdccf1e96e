package id.kentongan.forwarder.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The forwarder as it is delivered: its jar, its libraries, its settings file, a small heap. */
public final class Program implements AutoCloseable {
    private static final Path TARGET =
            Path.of(System.getProperty("kentongan.root", "."), "wazuh-integration", "target");

    private final Path dir;
    private Process process;

    public Program(Path dir, String bootstrap, String prefix, String... sources) throws IOException {
        this.dir = dir;
        Files.createDirectories(dir);
        Files.writeString(
                dir.resolve("forwarder.properties"),
                "kafka.bootstrap=" + bootstrap + "\ntopic.prefix=" + prefix + "\nstate.dir=" + dir.resolve("state")
                        + "\n" + String.join("\n", sources) + "\n");
    }

    public Program start() throws IOException {
        String jars =
                TARGET.toAbsolutePath() + "/wazuh-integration-0.1.0-SNAPSHOT.jar:" + TARGET.toAbsolutePath() + "/lib/*";
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jars,
                        "id.kentongan.forwarder.Forwarder",
                        dir.resolve("forwarder.properties").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        return this;
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Asks it to stop and tells how long that took. */
    public Duration stop() throws InterruptedException {
        long from = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    public Path log() {
        return dir.resolve("forwarder.log");
    }

    public String said() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    public JsonNode progress() throws IOException {
        return new ObjectMapper()
                .readTree(dir.resolve("state/progress.json").toFile())
                .path("sources")
                .path(0);
    }

    public JsonNode checkpoint(String source) throws IOException {
        return new ObjectMapper()
                .readTree(dir.resolve("state/checkpoint-" + source + ".json").toFile());
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
