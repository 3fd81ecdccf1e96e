package id.kentongan.job.metrics;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.jspecify.annotations.Nullable;

/**
 * Shows the job's own metrics (group {@code kentongan}) as {@code kentongan_job_*}, and of Flink's those that tell
 * whether the job lives, at {@code http://127.0.0.1:PORT/metrics}.
 */
public final class PrometheusText implements MetricReporter {
    private static final String PORT = "port";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Metric, Meter> shown = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    /** Found by Flink's metric registry through its name. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new PrometheusText();
        }
    }

    /** Switches this reporter on in a Flink configuration. */
    public static void configure(Configuration flink, int port) {
        flink.setString("metrics.reporters", "kentongan");
        flink.setString("metrics.reporter.kentongan.factory.class", Factory.class.getName());
        flink.setString("metrics.reporter.kentongan." + PORT, Integer.toString(port));
    }

    @Override
    public void open(MetricConfig config) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), config.getInteger(PORT, 0));
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/metrics", exchange -> {
            byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        MetricName.of(name, group).ifPresent(as -> shown.put(metric, show(metric, as)));
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        Optional.ofNullable(shown.remove(metric)).ifPresent(registry::remove);
    }

    private Meter show(Metric metric, MetricName name) {
        Tags tags = Tags.of(name.tags());
        if (metric instanceof Counter counter) {
            return FunctionCounter.builder(name.name(), counter, Counter::getCount)
                    .tags(tags)
                    .register(registry);
        }
        return Gauge.builder(name.name(), metric, PrometheusText::value)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private static double value(Metric metric) {
        if (metric instanceof org.apache.flink.metrics.Gauge<?> gauge && gauge.getValue() instanceof Number number) {
            return number.doubleValue();
        }
        return Double.NaN;
    }
}
