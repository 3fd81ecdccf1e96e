package id.kentongan.forwarder.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.kentongan.forwarder.settings.SourceSettings.Kind;
import id.kentongan.forwarder.source.findings.IndexerAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerSettingsTest {
    @TempDir
    Path dir;

    @Test
    void addressAloneGivesTheDefaults() {
        SourceSettings source = parse("url=http://127.0.0.1:9200");

        assertThat(source.kind()).isEqualTo(Kind.FINDINGS);
        assertThat(source.delay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(source.indexer())
                .isEqualTo(new IndexerAccess(
                        URI.create("http://127.0.0.1:9200"),
                        null,
                        null,
                        null,
                        List.of("wazuh-findings-v5-*"),
                        Duration.ofSeconds(2),
                        1 << 20,
                        0));
    }

    @Test
    void everyKeyIsTaken() throws IOException {
        Path password = password("rw-------");

        IndexerAccess access = parse(
                        "url=https://idx.example:9200",
                        "user=reader",
                        "password-file=" + password,
                        "ca-file=" + password,
                        "streams=wazuh-findings-v5-security, wazuh-findings-v5-other",
                        "poll=PT5S",
                        "page-bytes=65536",
                        "nudge-port=9401")
                .indexer();

        assertThat(access)
                .isEqualTo(new IndexerAccess(
                        URI.create("https://idx.example:9200"),
                        "reader",
                        password,
                        password,
                        List.of("wazuh-findings-v5-security", "wazuh-findings-v5-other"),
                        Duration.ofSeconds(5),
                        65_536,
                        9401));
    }

    @Test
    void passwordThatOthersCanReadIsRefusedWithItsMend() throws IOException {
        for (String mode : List.of("rw-r--r--", "rw----r--", "rw-----w-")) {
            Path password = password(mode);

            assertThat(faults("url=https://idx:9200", "user=u", "password-file=" + password))
                    .singleElement()
                    .asString()
                    .contains("is open to everybody", "chmod 640 " + password);
        }
    }

    @Test
    void passwordNeverTravelsOverAPlainNetwork() {
        assertThat(faults("url=http://idx.example:9200"))
                .singleElement()
                .asString()
                .contains("use https");
    }

    @Test
    void allFaultsComeInOneMessageEachWithItsKey() {
        assertThat(faults(
                        "url=idx:9200/x",
                        "user=u",
                        "ca-file=/nowhere",
                        "streams=Bad Name",
                        "poll=PT0S",
                        "page-bytes=1",
                        "nudge-port=70000",
                        "path=p",
                        "speed=1"))
                .hasSize(9)
                .anyMatch(fault -> fault.startsWith("source.f.url (idx:9200/x) is not an indexer's address"))
                .anyMatch(fault -> fault.startsWith("source.f.password-file (not set) is missing"))
                .anyMatch(fault -> fault.startsWith("source.f.ca-file (/nowhere)"))
                .anyMatch(fault -> fault.startsWith("source.f.streams (Bad Name)"))
                .anyMatch(fault -> fault.startsWith("source.f.poll (PT0S)"))
                .anyMatch(fault -> fault.startsWith("source.f.page-bytes (1)"))
                .anyMatch(fault -> fault.startsWith("source.f.nudge-port (70000)"))
                .anyMatch(fault -> fault.startsWith("source.f.path (p) is not for findings"))
                .anyMatch(fault -> fault.startsWith("source.f.speed (1) is not for findings"));
    }

    @Test
    void keysOfAnIndexerAreRefusedForFiles() {
        assertThat(catchThrowableOfType(
                                BadSettingsException.class,
                                () -> SettingsFile.parse(
                                        properties("source.a.kind=spool", "source.a.path=p", "source.a.user=u")))
                        .faults())
                .containsExactly("source.a.user (u) is only for findings: remove it, or set kind to findings");
    }

    private Path password(String mode) throws IOException {
        Path file = Files.writeString(dir.resolve("password-" + mode), "secret\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static List<String> faults(String... keys) {
        return catchThrowableOfType(BadSettingsException.class, () -> parse(keys))
                .faults();
    }

    private static SourceSettings parse(String... keys) {
        Properties properties = properties("source.f.kind=findings");
        for (String key : keys) {
            put(properties, "source.f." + key);
        }
        return SettingsFile.parse(properties).sources().get(0);
    }

    private static Properties properties(String... lines) {
        Properties properties = new Properties();
        put(properties, "kafka.bootstrap=127.0.0.1:1");
        put(properties, "state.dir=s");
        for (String line : lines) {
            put(properties, line);
        }
        return properties;
    }

    private static void put(Properties properties, String line) {
        int at = line.indexOf('=');
        properties.setProperty(line.substring(0, at), line.substring(at + 1));
    }
}
