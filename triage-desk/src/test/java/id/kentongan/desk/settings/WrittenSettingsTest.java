package id.kentongan.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.settings.SettingInForce.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenSettingsTest {
    @TempDir
    Path folder;

    private final Map<String, String> written = new HashMap<>();

    @BeforeEach
    void leastSettings() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        written.put("database-url", "jdbc:postgresql://127.0.0.1:5432/kentongan");
        written.put("database-user", "desk");
        written.put("database-password-file", password.toString());
        written.put("kafka-bootstrap", "127.0.0.1:9092");
    }

    @Test
    void theRestHasDefaults() {
        DeskSettings settings = WrittenSettings.read(written);

        assertThat(settings.topicPrefix()).isEmpty();
        assertThat(settings.firstLoginFile()).isNull();
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(settings.calendarFile()).isNull();
        assertThat(settings.officeFile()).isNull();
        assertThat(settings.smallTeam()).isFalse();
        assertThat(settings.largestUpload()).isEqualTo(20L * 1024 * 1024);
        assertThat(settings.webhooks()).isEmpty();
        assertThat(settings.mail()).isNull();
        assertThat(settings.publicAddress()).isEmpty();
        assertThat(settings.logs()).isEqualTo(new LogSettings(7, 1_000_000, "", ""));
        assertThat(settings.calls())
                .isEqualTo(new CallSettings(
                        LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Duration.ofMinutes(2), false, null, null));
        assertThat(settings.oidc()).isNull();
        assertThat(settings.amberClients()).isEmpty();
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void everyKeyIsTaken() {
        written.put("kafka-bootstrap", "kafka-1:9092,kafka-2:9092");
        written.put("topic-prefix", "replay.");
        written.put("first-login-file", "/some/file");
        written.put("time-zone", "Asia/Jayapura");
        written.put("calendar-file", "/some/calendar");
        written.put("office-file", "/some/office");
        written.put("small-team", "true");
        written.put("second-factor-required", "true");
        written.put("largest-upload-mib", "5");
        written.put("webhooks", "http://127.0.0.1:9/a, https://hook.example/b");
        written.put("mail-host", "mail.example");
        written.put("mail-port", "587");
        written.put("mail-from", "desk@contoh.example");
        written.put("mail-user", "desk");
        written.put("mail-password-file", folder.resolve("password").toString());
        written.put("public-address", "https://desk.contoh.example");
        written.put("logbook-days", "3");
        written.put("logbook-rows", "5000");
        written.put("wazuh-4-dashboard", "https://wazuh.contoh.example/app#?_q={query}&from={from}&to={to}");
        written.put("wazuh-5-dashboard", "https://wazuh5.contoh.example/{agent}");
        written.put("quiet-hours", "22:00-05:30");
        written.put("bundle-minutes", "10");
        written.put("siaga", "24x7");
        written.put("thehive-address", "https://hive.contoh.example/");
        written.put("thehive-key-file", folder.resolve("password").toString());
        written.put("iris-address", "https://iris.contoh.example");
        written.put("iris-key-file", folder.resolve("password").toString());
        written.put("iris-customer", "3");
        written.put("oidc-issuer", "https://sso.contoh.example/realms/pemda");
        written.put("oidc-client-id", "meja");
        written.put("oidc-client-secret-file", folder.resolve("password").toString());
        written.put("oidc-name-claim", "email");
        written.put("oidc-roles-claim", "roles");
        written.put("oidc-roles", "ttis:analyst, urn:kadis:HEAD");
        written.put("tlp-amber-clients", "Dinas Kesehatan; Badan Pendapatan, Daerah");
        written.put("demo", "true");

        assertThat(WrittenSettings.read(written))
                .isEqualTo(new DeskSettings(
                        "jdbc:postgresql://127.0.0.1:5432/kentongan",
                        "desk",
                        folder.resolve("password"),
                        "kafka-1:9092,kafka-2:9092",
                        "replay.",
                        Path.of("/some/file"),
                        ZoneId.of("Asia/Jayapura"),
                        Path.of("/some/calendar"),
                        Path.of("/some/office"),
                        true,
                        true,
                        5L * 1024 * 1024,
                        List.of("http://127.0.0.1:9/a", "https://hook.example/b"),
                        new MailSettings(
                                "mail.example", 587, "desk@contoh.example", "desk", folder.resolve("password")),
                        "https://desk.contoh.example",
                        new LogSettings(
                                3,
                                5000,
                                "https://wazuh.contoh.example/app#?_q={query}&from={from}&to={to}",
                                "https://wazuh5.contoh.example/{agent}"),
                        new CallSettings(
                                LocalTime.of(22, 0),
                                LocalTime.of(5, 30),
                                Duration.ofMinutes(10),
                                true,
                                new CallSettings.Tool("https://hive.contoh.example", folder.resolve("password"), 3),
                                new CallSettings.Tool("https://iris.contoh.example", folder.resolve("password"), 3)),
                        new OidcSettings(
                                "https://sso.contoh.example/realms/pemda",
                                "meja",
                                folder.resolve("password"),
                                "email",
                                "roles",
                                Map.of("ttis", Role.ANALYST, "urn:kadis", Role.HEAD)),
                        List.of("Dinas Kesehatan", "Badan Pendapatan, Daerah"),
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "database-url, jdbc:mysql://x/y, jdbc:postgresql:",
        "database-url, jdbc:postgresql://x/y?password=z, database-password-file",
        "database-password-file, /no/such/file, cannot be read",
        "kafka-bootstrap, localhost, host:port",
        "topic-prefix, a b, letters",
        "time-zone, Mars/Base, Asia/Jakarta",
        "small-team, perhaps, neither true nor false",
        "webhooks, ftp://x, https://host",
        "public-address, desk, https://host",
        "largest-upload-mib, many, 1 to 999",
        "logbook-days, 31, 0 to 30",
        "logbook-rows, many, whole number",
        "wazuh-4-dashboard, https://x/{ip}, Known: {agent}",
        "wazuh-5-dashboard, javascript:alert(1), https://host",
        "quiet-hours, at night, 22:00-05:00",
        "bundle-minutes, 61, 0 to 60",
        "siaga, always, neither jam-kerja nor 24x7",
        "thehive-address, hive, https://host",
        "oidc-issuer, sso, https://host",
        "demo, maybe, neither true nor false"
    })
    void aBadValueIsRefusedWithItsMend(String key, String value, String mend) {
        written.put(key, value);

        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> WrittenSettings.read(written))
                .withMessageContaining("kentongan.desk." + key)
                .withMessageContaining(mend);
    }

    @Test
    void aGroupIsMappedToARoleThatThereIs() {
        written.put("oidc-issuer", "https://sso.contoh.example");
        written.put("oidc-client-id", "meja");
        written.put("oidc-client-secret-file", folder.resolve("password").toString());
        written.put("oidc-roles", "ttis:boss");

        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> WrittenSettings.read(written))
                .withMessageContaining("group:role");
    }

    @Test
    void allFaultsOfTheClientsAreSaidAtOnce() {
        written.put("tlp-amber-clients", "Dinas Kesehatan;;dinas  kesehatan;" + "x".repeat(301) + ";RSUD");

        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> WrittenSettings.read(written))
                .withMessageContaining("kentongan.desk.tlp-amber-clients")
                .withMessageContaining("name 2 is empty, take one ; away")
                .withMessageContaining("name 3 (dinas  kesehatan) is there twice, take one away")
                .withMessageContaining("name 4 is over 300 characters");
    }

    @Test
    void aClientIsKnownHoweverItsNameIsSpacedAndIfItIsNamedAlone() {
        written.put("tlp-amber-clients", "Dinas Kesehatan;RSUD dr. Contoh");
        DeskSettings settings = WrittenSettings.read(written);

        assertThat(settings.amberClient("DINAS  Kesehatan ")).isTrue();
        assertThat(settings.amberClient("Dinas")).isFalse();
        assertThat(settings.amberClient("")).isFalse();
    }

    @Test
    void allFaultsStandInOneMessage() {
        written.remove("database-user");
        written.put("databse-user", "desk");
        written.put("demo", "perhaps");

        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> WrittenSettings.read(written))
                .withMessageContaining("databse-user is not a setting")
                .withMessageContaining("database-user is missing")
                .withMessageContaining("demo = perhaps");
    }

    @Test
    void everySettingIsInForceOnceWithWhatItWasSetBy() {
        written.put("logbook-days", " 3 ");
        written.put("mail-port", "587");

        List<SettingInForce> all = WrittenSettings.inForce(written, Map.of("logbook-days", "/x/desk.properties"));

        assertThat(all.stream().map(SettingInForce::key).map(key -> key.substring(DeskSettings.PREFIX.length())))
                .containsExactlyInAnyOrderElementsOf(DeskSettings.KEYS);
        assertThat(all)
                .contains(
                        setting("logbook-days", "3", Origin.SET, "/x/desk.properties"),
                        setting("logbook-rows", "1000000", Origin.DEFAULT, ""),
                        setting("topic-prefix", null, Origin.DEFAULT, ""),
                        setting("office-file", null, Origin.NOT_SET, ""),
                        setting("mail-port", "587", Origin.SET, ""));
    }

    @Test
    void whatNobodySetCountsWhereItHasADefaultAlone() {
        assertThat(WrittenSettings.inForce(written, Map.of()))
                .contains(
                        setting("mail-host", null, Origin.NOT_SET, ""), setting("mail-port", null, Origin.NOT_SET, ""));
    }

    /** A page shows them; what is in the files and behind the hosts must not get there. */
    @Test
    void noSecretIsInForce() {
        written.put("webhooks", "https://a:b@hook.example/bot123:rahasia, http://127.0.0.1:9/rahasia?k=rahasia");
        written.put("iris-address", "https://iris.example/rahasia");
        written.put("iris-key-file", folder.resolve("password").toString());
        written.put("public-address", "https://u:rahasia@desk.example/x");

        List<SettingInForce> all = WrittenSettings.inForce(written, Map.of());

        assertThat(all.toString()).doesNotContain("rahasia", "value=secret");
        assertThat(all)
                .contains(
                        setting("webhooks", "hook.example, 127.0.0.1:9", Origin.SET, ""),
                        setting("iris-address", "iris.example", Origin.SET, ""),
                        setting("public-address", "https://desk.example/x", Origin.SET, ""))
                .filteredOn(SettingInForce::secretFile)
                .hasSize(6);
    }

    @Test
    void aSecretIsAlwaysTheNameOfAFile() {
        assertThat(DeskSettings.KEYS)
                .filteredOn(key -> key.matches(".*(password|secret|token|key).*"))
                .allMatch(key -> key.endsWith("-file"));
    }

    private static SettingInForce setting(String key, @Nullable String value, Origin origin, String where) {
        return new SettingInForce(DeskSettings.PREFIX + key, value, origin, where);
    }
}
