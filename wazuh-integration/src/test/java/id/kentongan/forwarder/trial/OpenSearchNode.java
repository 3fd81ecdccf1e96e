package id.kentongan.forwarder.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A real OpenSearch node in a process of its own, with a strict template of findings. */
public final class OpenSearchNode implements AutoCloseable {
    private static final Path TARGET =
            Path.of(System.getProperty("kentongan.root", "."), "all-in-one", "opensearch", "target");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final int port = freePort();
    private final int transport = freePort();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process process;

    public OpenSearchNode(Path home) throws Exception {
        this.home = home;
        assertThat(TARGET.resolve("lib"))
                .as("the node's class path, made by module all-in-one-opensearch")
                .isDirectory();
        start();
        try (InputStream template = OpenSearchNode.class.getResourceAsStream("/findings-template.json")) {
            byte[] bytes = Objects.requireNonNull(template).readAllBytes();
            call("PUT", "/_index_template/findings", new String(bytes, StandardCharsets.UTF_8));
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Also after {@link #kill()}, with all that it had acknowledged. */
    public void start() throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        TARGET.toAbsolutePath() + "/all-in-one-opensearch-0.1.0-SNAPSHOT.jar:" + TARGET.toAbsolutePath()
                                + "/lib/*",
                        "id.kentongan.opensearch.TrialNode",
                        home.toString(),
                        Integer.toString(port),
                        Integer.toString(transport))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("node.log").toFile()))
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!answers()) {
            assertThat(System.nanoTime()).as("the node answers within 60 s").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return send("GET", "/", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    public void ensureUp() throws Exception {
        if (!process.isAlive()) {
            start();
        }
    }

    /** Any call that must succeed. */
    public JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return JSON.readTree(response.body());
    }

    /** Writes documents to a stream and waits until the node has made them durable; they need not be visible. */
    public void write(String stream, List<String> documents) throws IOException, InterruptedException {
        StringBuilder bulk = new StringBuilder();
        documents.forEach(document -> bulk.append("{\"create\":{}}\n")
                .append(document.replace("\n", " "))
                .append('\n'));
        JsonNode told = call("POST", "/" + stream + "/_bulk", bulk.toString());
        assertThat(told.path("errors").asBoolean()).as(told.toString()).isFalse();
    }

    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url().resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
