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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Serves {@code /metrics} on loopback. */
public final class MetricsPage implements Closeable {
    private static final String PREFIX = "kentongan.forwarder.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpServer server;
    /** The registry itself holds what it counts only weakly. */
    private final List<LongSupplier> held = new ArrayList<>();

    private final Clock clock;

    /** Opens the page; {@code port} 0 takes any free one. */
    public MetricsPage(int port, Clock clock) throws IOException {
        this.clock = clock;
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
        gauge(name, "lag.bytes", "Bytes that are there and not yet read", progress, SourceProgress::behind);
        gauge(name, "lag.seconds", "Age of the oldest alert that waits to be sent", progress, this::age);
        gauge(
                name,
                "gaps",
                "Times that alerts were found missing, since the checkpoint began",
                progress,
                SourceProgress::gaps);
        gauge(
                name,
                "trouble",
                "1 while the source cannot be read or sent",
                progress,
                now -> now.trouble() == null ? 0 : 1);
        gauge(name, "last.alert.timestamp.seconds", "Greatest event time acknowledged by Kafka", progress, now -> {
            Instant time = now.lastTime();
            return time == null ? Double.NaN : time.toEpochMilli() / 1000.0;
        });
    }

    private double age(SourceProgress now) {
        Instant oldest = now.oldestUnread();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }

    private void gauge(
            String source,
            String name,
            String description,
            Supplier<SourceProgress> progress,
            ToDoubleFunction<SourceProgress> value) {
        Gauge.builder(PREFIX + name, progress, now -> value.applyAsDouble(now.get()))
                .description(description)
                .tag("source", source)
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
