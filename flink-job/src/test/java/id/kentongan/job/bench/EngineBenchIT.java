package id.kentongan.job.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.job.matrix.KafkaToKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./kentongan bench engine}: full size, writes {@code docs/bench/engine.md}; with {@code --quick} a size for a busy
 * machine, which only tells. No part of the tests.
 */
@EnabledIfSystemProperty(named = "engine.bench", matches = "full|quick", disabledReason = "a bench, no test")
class EngineBenchIT {
    @TempDir
    private Path home;

    @Test
    void measuresAndTells() throws Exception {
        boolean full = System.getProperty("engine.bench").equals("full");
        int alerts = Integer.getInteger("engine.alerts", full ? 300_000 : 60_000);
        int warmUp = full ? 4 : 1;
        int rounds = full ? 3 : 1;

        EngineFigures figures = new MeasuresEngine(alerts, warmUp, rounds, home).measure();
        fromKafkaToKafka(figures, Long.getLong("engine.preloaded", full ? 10_000_000L : 300_000L));

        String page = new EnginePage(
                        figures, "%,d alerts a run, %d rounds after %d to warm up".formatted(alerts, rounds, warmUp))
                .text();
        System.getLogger("bench").log(System.Logger.Level.INFO, "\n" + page + "\n" + figures.json());
        assertThat(figures.names()).isNotEmpty();
        if (full) {
            Files.writeString(Path.of(System.getProperty("kentongan.root"), "docs", "bench", "engine.md"), page);
        }
    }

    private void fromKafkaToKafka(EngineFigures figures, long preloaded) throws Exception {
        var result = new KafkaToKafka(home, preloaded).measure(BenchRules.busy(100));
        figures.add("kafka_to_kafka_100_rules_per_s", result.perSecond());
        double all =
                result.cpuSeconds().values().stream().mapToDouble(one -> one).sum();
        result.cpuSeconds().forEach((part, used) -> figures.add("cpu_percent_of_" + part, 100 * used / all));
    }
}
