package id.kentongan.forwarder.source.findings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a real node and spoils chosen answers: what a node does only under real load or with real users. */
final class FaultyWay implements AutoCloseable {
    enum Fault {
        TOO_MANY_REQUESTS,
        FORBIDDEN,
        SOME_SHARDS_FAILED,
        TIMED_OUT,
        SILENCE,
        HALF_BODY,
        CUT_JSON
    }

    private final URI node;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger left = new AtomicInteger();
    private volatile Fault fault = Fault.SILENCE;
    private volatile String path = "";

    FaultyWay(URI node) throws IOException {
        this.node = node;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Spoils the next so many answers to calls with that in their path. */
    void spoil(String inPath, Fault with, int times) {
        path = inPath;
        fault = with;
        left.set(times);
    }

    boolean spent() {
        return left.get() <= 0;
    }

    private void pass(HttpExchange exchange) throws IOException {
        boolean spoilt = exchange.getRequestURI().toString().contains(path) && left.getAndDecrement() > 0;
        byte[] asked = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            if (spoilt && fault == Fault.SILENCE) {
                closing.await(30, TimeUnit.SECONDS);
                return;
            }
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                            .header("Content-Type", "application/json")
                            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(asked))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, answer, spoilt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> answer, boolean spoilt) throws IOException {
        if (!spoilt) {
            send(exchange, answer.statusCode(), answer.body());
            return;
        }
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        switch (fault) {
            case TOO_MANY_REQUESTS ->
                send(exchange, 429, "{\"error\":\"backpressure\"}".getBytes(StandardCharsets.UTF_8));
            case FORBIDDEN -> send(exchange, 403, "{\"error\":\"no permissions\"}".getBytes(StandardCharsets.UTF_8));
            case SOME_SHARDS_FAILED ->
                send(exchange, 200, body.replace("\"failed\":0", "\"failed\":1").getBytes(StandardCharsets.UTF_8));
            case TIMED_OUT ->
                send(
                        exchange,
                        200,
                        body.replace("\"timed_out\":false", "\"timed_out\":true")
                                .getBytes(StandardCharsets.UTF_8));
            case CUT_JSON -> send(exchange, 200, Arrays.copyOf(answer.body(), answer.body().length / 2));
            default -> {
                exchange.sendResponseHeaders(200, answer.body().length);
                exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
                exchange.getResponseBody().flush();
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
