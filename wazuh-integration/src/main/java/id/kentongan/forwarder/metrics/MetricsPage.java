package id.kentongan.forwarder.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Serves {@code /metrics} on loopback. */
public final class MetricsPage implements Closeable {
    private static final String PREFIX = "kentongan.forwarder.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpServer server;
    /** The registry itself holds what it counts only weakly. */
    private final List<LongSupplier> held = new ArrayList<>();

    /** Opens the page; {@code port} 0 takes any free one. */
    public MetricsPage(int port) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/metrics", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void sent(LongSupplier count) {
        FunctionCounter.builder(PREFIX + "sent", held(count), LongSupplier::getAsLong)
                .description("Alerts acknowledged by Kafka since start")
                .register(registry);
    }

    public void rejected(String reason, LongSupplier count) {
        FunctionCounter.builder(PREFIX + "rejected", held(count), LongSupplier::getAsLong)
                .description("Lines put on the topic of rejected alerts since start")
                .tag("reason", reason)
                .register(registry);
    }

    public void source(String name, Supplier<SourceProgress> progress) {
        Gauge.builder(
                        PREFIX + "lag.bytes",
                        progress,
                        now -> now.get().totalBytes() - (double) now.get().readBytes())
                .description("Bytes that are there and not yet read")
                .tag("source", name)
                .strongReference(true)
                .register(registry);
        Gauge.builder(PREFIX + "last.alert.timestamp.seconds", progress, now -> {
                    Instant time = now.get().lastTime();
                    return time == null ? Double.NaN : time.toEpochMilli() / 1000.0;
                })
                .description("Greatest event time acknowledged by Kafka")
                .tag("source", name)
                .strongReference(true)
                .register(registry);
    }

    private LongSupplier held(LongSupplier count) {
        held.add(count);
        return count;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] page = registry.scrape().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(page);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
