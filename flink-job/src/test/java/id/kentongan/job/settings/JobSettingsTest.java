package id.kentongan.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.job.anomaly.Detector;
import id.kentongan.job.anomaly.OfficeHours;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Casework;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSettingsTest {
    @TempDir
    private Path folder;

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
                        Watch.IN_SHADOW,
                        Casework.CASES_A_DAY,
                        RuleBudgets.USUAL));
    }

    @Test
    void everyKeyIsRead() throws IOException {
        assertThat(read(Map.ofEntries(
                        Map.entry("kafka.bootstrap", "k:1"),
                        Map.entry("topic.prefix", "test."),
                        Map.entry("checkpoint.dir", "cp"),
                        Map.entry("checkpoint.interval", "PT5S"),
                        Map.entry("parallelism", "4"),
                        Map.entry("rest.port", "18081"),
                        Map.entry("metrics.port", "9482"),
                        Map.entry("state.backend", "rocksdb"),
                        Map.entry("scopes", "a=n/ b=m/00"),
                        Map.entry("anomaly.shadow", "rate beaconing"),
                        Map.entry("anomaly.forests", "wazuh/001 wazuh/007"),
                        Map.entry("anomaly.cases-a-day", "3"),
                        Map.entry("calendar.file", calendar("JAM SENIN 08.00-12.00 13.00-15.00")),
                        Map.entry("calendar.zone", "Asia/Jayapura"),
                        Map.entry("rule.matches-an-hour", "1000"))))
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
                        new Watch(
                                new OfficeHours(
                                        "Asia/Jayapura",
                                        Map.of(DayOfWeek.MONDAY, LocalTime.of(8, 0)),
                                        Map.of(DayOfWeek.MONDAY, LocalTime.of(15, 0)),
                                        Set.of()),
                                Set.of(Detector.RATE, Detector.BEACONING),
                                Set.of("wazuh/001", "wazuh/007")),
                        3,
                        new RuleBudgets(1_000, 2_000_000, 50)));
    }

    @Test
    void allFaultsAreToldTogether() {
        assertThatThrownBy(() -> read(Map.ofEntries(
                        Map.entry("kafka.bootstrap", " "),
                        Map.entry("checkpoint.interval", "PT0S"),
                        Map.entry("parallelism", "0"),
                        Map.entry("rest.port", "99999"),
                        Map.entry("state.backend", "disk"),
                        Map.entry("scopes", "a=n/ b"),
                        Map.entry("anomaly.shadow", "rate beacon"),
                        Map.entry("anomaly.forests", "web-01"),
                        Map.entry("anomaly.cases-a-day", "0"),
                        Map.entry("calendar.file", "/nowhere"),
                        Map.entry("rule.cpu-percent", "101"),
                        Map.entry("rule.keys-an-hour", "99999"),
                        Map.entry("metrics.prot", "1"))))
                .hasMessageContaining("kafka.bootstrap is missing")
                .hasMessageContaining("checkpoint.dir is missing")
                .hasMessageContaining("checkpoint.interval=PT0S")
                .hasMessageContaining("parallelism=0")
                .hasMessageContaining("rest.port=99999")
                .hasMessageContaining("state.backend=disk")
                .hasMessageContaining("scopes: b is none")
                .hasMessageContaining("anomaly.shadow: beacon is no detector")
                .hasMessageContaining("anomaly.forests: web-01 is no agent")
                .hasMessageContaining("anomaly.cases-a-day=0")
                .hasMessageContaining("calendar.file=/nowhere cannot be read")
                .hasMessageContaining("rule.cpu-percent=101")
                .hasMessageContaining("rule.keys-an-hour=99999")
                .hasMessageContaining("metrics.prot is unknown");
    }

    private String calendar(String text) throws IOException {
        Path file = folder.resolve("calendar.txt");
        Files.writeString(file, text);
        return file.toString();
    }

    private static JobSettings read(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return JobSettings.read(properties);
    }
}
