package id.kentongan.forwarder.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSecurityTest {
    private static final String OTHER = "kafka.bootstrap=kafka.example:9093";

    @TempDir
    Path dir;

    private Path ca;
    private Path certificate;
    private Path key;
    private Path password;

    @BeforeEach
    void writeFiles() throws IOException {
        ca = Files.writeString(dir.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nca");
        certificate = Files.writeString(dir.resolve("own.pem"), "-----BEGIN CERTIFICATE-----\nown");
        key = secret("own.key", "-----BEGIN PRIVATE KEY-----\nkey\n", "rw-r-----");
        password = secret("password", "q\"b\\s \n", "rw-------");
    }

    @Test
    void nothingSaidIsPlaintextOnThisMachine() throws IOException {
        assertThat(parse("kafka.bootstrap=127.0.0.1:9092,localhost:1,[::1]:2").kafkaProperties())
                .containsOnly(
                        java.util.Map.entry("security.protocol", "PLAINTEXT"),
                        java.util.Map.entry("bootstrap.servers", "127.0.0.1:9092,localhost:1,[::1]:2"));
    }

    @Test
    void everyKeyIsTaken() throws IOException {
        ForwarderSettings settings = parse(
                OTHER,
                "kafka.security=sasl-tls",
                "kafka.ca-file=" + ca,
                "kafka.certificate-file=" + certificate,
                "kafka.key-file=" + key,
                "kafka.sasl.mechanism=PLAIN",
                "kafka.sasl.user=edge",
                "kafka.sasl.password-file=" + password);

        assertThat(settings.kafkaProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.certificates", "-----BEGIN CERTIFICATE-----\nca")
                .containsEntry("ssl.keystore.type", "PEM")
                .containsEntry("ssl.keystore.certificate.chain", "-----BEGIN CERTIFICATE-----\nown")
                .containsEntry("ssl.keystore.key", "-----BEGIN PRIVATE KEY-----\nkey")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"edge\""
                                + " password=\"q\\\"b\\\\s\";");
        assertThat(settings.toString()).doesNotContain("q\"b");
    }

    @Test
    void passwordIsProvenWithoutTravellingUnlessToldOtherwise() throws IOException {
        assertThat(parse(
                                OTHER,
                                "kafka.security=sasl-tls",
                                "kafka.sasl.user=edge",
                                "kafka.sasl.password-file=" + password)
                        .kafkaProperties())
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .doesNotContainKey("ssl.truststore.type");
    }

    @Test
    void openWayToAnotherMachineIsRefusedUnlessSaidSo() {
        assertThat(faults(OTHER)).contains("would send alerts readable", "kafka.plaintext-anyway=true");
        assertThat(faults("kafka.bootstrap=127.0.0.1:1,10.1.2.3:1")).contains("would send alerts readable");
        assertThat(faults("kafka.bootstrap=127.0.0.1.example:1")).contains("would send alerts readable");
        assertThat(faults(OTHER, "kafka.plaintext-anyway=yes")).contains("neither true nor false");
        assertThat(parse(OTHER, "kafka.plaintext-anyway=true").kafkaSecurity()).isEqualTo(KafkaSecurity.NONE);
    }

    @Test
    void readablePasswordNeverGoesToAnotherMachine() {
        assertThat(faults(
                        OTHER,
                        "kafka.plaintext-anyway=true",
                        "kafka.security=sasl-plaintext",
                        "kafka.sasl.mechanism=PLAIN",
                        "kafka.sasl.user=u",
                        "kafka.sasl.password-file=" + password))
                .contains("kafka.sasl.mechanism (PLAIN) would send the password readable");
    }

    @Test
    void allFaultsComeAtOnce() {
        assertThat(faults(
                        "kafka.bootstrap=127.0.0.1:1",
                        "kafka.security=ssl",
                        "kafka.sasl.mechanism=SCRAM",
                        "kafka.ca-file=" + dir.resolve("none"),
                        "kafka.key-file=" + key))
                .contains(
                        "kafka.security (ssl) is unknown: one of plaintext, tls",
                        "kafka.sasl.mechanism (SCRAM) is unknown",
                        "kafka.sasl.mechanism (SCRAM) is only for sasl-tls",
                        "kafka.ca-file (" + dir.resolve("none") + ") cannot be read",
                        "kafka.ca-file (" + dir.resolve("none") + ") is only for tls",
                        "kafka.certificate-file (not set) is missing");
        assertThat(faults("kafka.bootstrap=127.0.0.1:1", "kafka.security=sasl-tls"))
                .contains("kafka.sasl.user (not set) is missing", "kafka.sasl.password-file (not set) is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "k:", "k:70000", "http://k:1", "a:1,", "a:1 b:2", "::1:9"})
    void whatIsNoAddressIsRefused(String bootstrap) {
        assertThat(faults("kafka.bootstrap=" + bootstrap)).contains("is not host:port");
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--, is open to everybody", "rw-----w-, is open to everybody", "rw-r-----, ''"})
    void secretThatOthersMayReadIsRefusedWithTheMend(String permissions, String fault) throws IOException {
        Path open = secret("open", "x", permissions);

        String trouble = SecretFile.trouble(open);

        if (fault.isEmpty()) {
            assertThat(trouble).isNull();
        } else {
            assertThat(trouble).contains(fault, "chmod 640 " + open);
        }
    }

    @Test
    void secretOfAnotherGroupIsRefusedUnlessRootLooks() throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        assumeTrue(root, "only root may give a file away");
        Files.setAttribute(password, "unix:gid", 1);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(SecretFile.trouble(password)).isNull();
    }

    @Test
    void emptyMissingOrEncryptedSecretIsRefused() throws IOException {
        assertThat(SecretFile.trouble(secret("empty", "\n", "rw-------"))).contains("is empty");
        assertThat(SecretFile.trouble(dir.resolve("none"))).contains("is no file");
        assertThat(SecretFile.trouble(dir)).contains("is no file");
        Path old = secret("old.key", "-----BEGIN EC PRIVATE KEY-----\n", "rw-------");
        assertThat(faults(
                        OTHER, "kafka.security=tls", "kafka.certificate-file=" + certificate, "kafka.key-file=" + old))
                .contains("openssl pkcs8 -topk8 -nocrypt");
    }

    private Path secret(String name, String content, String permissions) throws IOException {
        Path file = Files.writeString(dir.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String faults(String... lines) {
        return catchThrowableOfType(BadSettingsException.class, () -> parse(lines))
                .getMessage();
    }

    private static ForwarderSettings parse(String... lines) {
        Properties properties = new Properties();
        properties.setProperty("state.dir", "s");
        properties.setProperty("source.a.kind", "spool");
        properties.setProperty("source.a.path", "p");
        for (String line : lines) {
            int at = line.indexOf('=');
            properties.setProperty(line.substring(0, at), line.substring(at + 1));
        }
        return SettingsFile.parse(properties);
    }
}
