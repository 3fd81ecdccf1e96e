package id.kentongan.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class JobSettingsTest {
    @Test
    void whatMayBeLeftOutHasADefault() {
        assertThat(read(Map.of("kafka.bootstrap", "127.0.0.1:9092", "checkpoint.dir", "cp")))
                .isEqualTo(new JobSettings(
                        "127.0.0.1:9092",
                        "",
                        "cp",
                        Duration.ofSeconds(10),
                        1,
                        0,
                        0,
                        StateBackend.HEAP,
                        "",
                        20_000,
                        2_000_000,
                        50));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(read(Map.of(
                        "kafka.bootstrap", "k:1",
                        "topic.prefix", "test.",
                        "checkpoint.dir", "cp",
                        "checkpoint.interval", "PT5S",
                        "parallelism", "4",
                        "rest.port", "18081",
                        "metrics.port", "9482",
                        "state.backend", "rocksdb",
                        "scopes", "a=n/ b=m/00",
                        "rule.matches-an-hour", "1000")))
                .isEqualTo(new JobSettings(
                        "k:1",
                        "test.",
                        "cp",
                        Duration.ofSeconds(5),
                        4,
                        18081,
                        9482,
                        StateBackend.ROCKSDB,
                        "a=n/ b=m/00",
                        1_000,
                        2_000_000,
                        50));
    }

    @Test
    void allFaultsAreToldTogether() {
        assertThatThrownBy(() -> read(Map.of(
                        "kafka.bootstrap", " ",
                        "checkpoint.interval", "PT0S",
                        "parallelism", "0",
                        "rest.port", "99999",
                        "state.backend", "disk",
                        "scopes", "a=n/ b",
                        "rule.cpu-percent", "101",
                        "rule.keys-an-hour", "99999",
                        "metrics.prot", "1")))
                .hasMessageContaining("kafka.bootstrap is missing")
                .hasMessageContaining("checkpoint.dir is missing")
                .hasMessageContaining("checkpoint.interval=PT0S")
                .hasMessageContaining("parallelism=0")
                .hasMessageContaining("rest.port=99999")
                .hasMessageContaining("state.backend=disk")
                .hasMessageContaining("scopes: b is none")
                .hasMessageContaining("rule.cpu-percent=101")
                .hasMessageContaining("rule.keys-an-hour=99999")
                .hasMessageContaining("metrics.prot is unknown");
    }

    private static JobSettings read(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return JobSettings.read(properties);
    }
}
