package id.kentongan.job.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.forwarder.trial.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cluster's REST interface, as its users call it. */
final class FlinkRest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI root;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FlinkRest(int port) {
        root = URI.create("http://127.0.0.1:" + port);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    void cancel(String job) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(root.resolve("/jobs/" + job)).method("PATCH", HttpRequest.BodyPublishers.noBody()));
    }

    /** Starts what takes a while, and waits for how it ended; a writer gives up after two minutes what a broker does not take. */
    JsonNode postAndWait(String path, JsonNode body) throws Exception {
        String trigger = post(path, body).path("request-id").asText();
        String status = path.replaceFirst("/stop$", "/savepoints") + "/" + trigger;
        Await.until("POST " + path + " is done", 180, () -> done(get(status)));
        return get(status).path("operation");
    }

    private static boolean done(JsonNode answer) {
        return answer.path("status").path("id").asText().equals("COMPLETED");
    }

    /** Returns the id under which the cluster keeps the jar. */
    String upload(Path jar) throws IOException, InterruptedException {
        String boundary = "----matrix";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"job.jar\"\r\n"
                                + "Content-Type: application/x-java-archive\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(Files.readAllBytes(jar));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        JsonNode answer = send(HttpRequest.newBuilder(root.resolve("/jars/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        return Path.of(answer.path("filename").asText()).getFileName().toString();
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    response.request().method() + " " + response.uri().getPath() + ": " + response.body());
        }
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }
}
