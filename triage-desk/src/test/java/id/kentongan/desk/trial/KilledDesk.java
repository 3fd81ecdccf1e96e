package id.kentongan.desk.trial;

import id.kentongan.desk.Desk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The desk as a process of its own, to be killed as a machine would kill it, and started again. */
public final class KilledDesk implements AutoCloseable {
    private static final Path LOG = Path.of("target", "trial", "killed-desk.log");

    private final Map<String, Object> settings;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile Process process;
    private volatile long startedAt;
    private volatile long logBefore;

    private KilledDesk(Map<String, Object> settings, int port) {
        this.settings = settings;
        this.port = port;
        this.process = run();
    }

    public static KilledDesk start(Map<String, Object> settings) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new KilledDesk(settings, socket.getLocalPort());
        }
    }

    /** Kills it without a word, and starts it again. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        process = run();
    }

    /** Since it first answered after its last start; 0 before. */
    public long millis() {
        return startedAt == 0 ? 0 : (System.nanoTime() - startedAt) / 1_000_000;
    }

    public boolean answers() {
        boolean answers = post("/api/v1/cases/KTG-2000-000001/taking", "none") == 401;
        if (answers && startedAt == 0) {
            startedAt = System.nanoTime();
        }
        return answers;
    }

    /** A desk that does not come up leaves what its threads do in its log; one that has ended is not waited for. */
    public void awaitAnswer(Duration patience) {
        try {
            Deadline.within(patience).until("it answers", () -> answers() || !process.isAlive());
        } catch (AssertionError never) {
            tellThreads();
            throw never;
        }
        if (!process.isAlive()) {
            throw new AssertionError("the desk ended with " + process.exitValue() + ", see " + LOG);
        }
    }

    /** What it wrote since its last start. */
    public String log() {
        try {
            byte[] all = Files.readAllBytes(LOG);
            int from = (int) logBefore;
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void tellThreads() {
        try {
            long before = Files.size(LOG);
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            Deadline.within(Duration.ofSeconds(10))
                    .until("its threads told", () -> LOG.toFile().length() > before);
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The status of the answer; 0 for none. */
    public int post(String path, String key) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + key)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private Process run() {
        startedAt = 0;
        logBefore = LOG.toFile().length();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                Desk.class.getName(),
                "--server.port=" + port,
                "--management.server.port=0"));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(LOG.toString())))
                    .start();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
