package id.kentongan.forwarder.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.kentongan.forwarder.settings.SourceSettings.Kind;
import id.kentongan.forwarder.source.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @Test
    void onlyWhatIsRequiredGivesTheDefaults() {
        ForwarderSettings settings = SettingsFile.parse(properties(
                "kafka.bootstrap=127.0.0.1:9092", "state.dir=state", "source.a.kind=spool", "source.a.path=s"));

        assertThat(settings.topicPrefix()).isEmpty();
        assertThat(settings.metricsPort()).isZero();
        assertThat(settings.host()).isNotEmpty();
        assertThat(settings.bytesPerSecond()).isEqualTo(32L << 20);
        assertThat(settings.sources())
                .containsExactly(
                        new SourceSettings("a", Kind.SPOOL, Path.of("s"), Start.TODAY, Duration.ofSeconds(60), 0));
    }

    @Test
    void everyKeyIsTaken() {
        ForwarderSettings settings = SettingsFile.parse(properties(
                "kafka.bootstrap=127.0.0.1:1,localhost:2",
                "topic.prefix=demo.",
                "state.dir=/var/lib/x",
                "metrics.port=9400",
                "host=wazuh-1",
                "read.bytes-per-second=0",
                "source.live.kind=file",
                "source.live.start=2026-11-20",
                "source.live.path=/var/ossec",
                "source.live.delay=PT5S",
                "source.old.kind=recorded",
                "source.old.path=days",
                "source.old.speed=60.5"));

        assertThat(settings)
                .isEqualTo(new ForwarderSettings(
                        "127.0.0.1:1,localhost:2",
                        KafkaSecurity.NONE,
                        "demo.",
                        Path.of("/var/lib/x"),
                        9400,
                        "wazuh-1",
                        0,
                        java.util.List.of(
                                new SourceSettings(
                                        "live",
                                        Kind.FILE,
                                        Path.of("/var/ossec"),
                                        new Start(Start.Kind.DATE, LocalDate.of(2026, 11, 20)),
                                        Duration.ofSeconds(5),
                                        0),
                                new SourceSettings(
                                        "old", Kind.RECORDED, Path.of("days"), Start.TODAY, Duration.ZERO, 60.5))));
    }

    @Test
    void liveFileIsTwoSecondsBehindUnlessTold() {
        ForwarderSettings settings = SettingsFile.parse(
                properties("kafka.bootstrap=[::1]:9092", "state.dir=s", "source.a.kind=file", "source.a.path=p"));

        assertThat(settings.sources().get(0).delay()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void allFaultsComeInOneMessageEachWithItsKey() {
        BadSettingsException thrown = catchThrowableOfType(
                BadSettingsException.class,
                () -> SettingsFile.parse(properties(
                        "kafka.bootstap=typo",
                        "topic.prefix=a b",
                        "read.bytes-per-second=fast",
                        "metrics.port=70000",
                        "source.a.kind=tail",
                        "source.b.kind=spool",
                        "source.b.path=s",
                        "source.b.delay=5s",
                        "source.b.speed=2",
                        "source.c.kind=recorded",
                        "source.c.path=r",
                        "source.c.speed=-1",
                        "source.c.delay=PT1S",
                        "source.c.start=tomorrow",
                        "source.d.colour=red")));

        assertThat(thrown.faults()).hasSize(14);
        assertThat(thrown)
                .hasMessageContaining("14 fault(s)")
                .hasMessageContaining("kafka.bootstap (typo) is not a setting")
                .hasMessageContaining("source.d.colour (red) is not a setting")
                .hasMessageContaining("kafka.bootstrap (not set) is missing")
                .hasMessageContaining("state.dir (not set) is missing")
                .hasMessageContaining("topic.prefix (a b)")
                .hasMessageContaining("metrics.port (70000)")
                .hasMessageContaining(
                        "source.a.kind (tail) is unknown: one of [spool, file, events, findings, recorded]")
                .hasMessageContaining("source.a.path (not set) is missing")
                .hasMessageContaining("source.b.delay (5s)")
                .hasMessageContaining("source.b.speed (2) is only for recorded sources")
                .hasMessageContaining("source.c.speed (-1)")
                .hasMessageContaining("source.c.start (tomorrow) is not a start: give beginning, today, end")
                .hasMessageContaining("source.c.delay (PT1S) is only for live sources");
    }

    @Test
    void fileWithoutSourcesOrThatIsAbsentIsRefused(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("f.properties"), "kafka.bootstrap=localhost:1\nstate.dir=s\n");

        assertThat(catchThrowableOfType(BadSettingsException.class, () -> SettingsFile.read(file)))
                .hasMessageContaining("no source is given");
        assertThat(catchThrowableOfType(
                        BadSettingsException.class, () -> SettingsFile.read(dir.resolve("none.properties"))))
                .hasMessageContaining("cannot read");
    }

    private static Properties properties(String... lines) {
        Properties properties = new Properties();
        for (String line : lines) {
            int at = line.indexOf('=');
            properties.setProperty(line.substring(0, at), line.substring(at + 1));
        }
        return properties;
    }
}
