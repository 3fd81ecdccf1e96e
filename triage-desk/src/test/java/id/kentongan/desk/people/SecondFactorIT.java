package id.kentongan.desk.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Switching the second factor on, entering with it, losing it. Codes are counted from the secret that the page shows. */
class SecondFactorIT {
    private static final String PAGE = "/second-factor";

    private static TrialDesk desk;

    @BeforeAll
    static void open() throws IOException, SQLException {
        desk = TrialDesk.start(TrialTeam.settings(TrialHouse.open(), "factor_it"));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aConfirmedFactorIsAskedForAndNoCodeWorksTwice() {
        byte[] secret = begin(TrialTeam.HEAD);
        long now = Totp.step(Clock.systemUTC().instant());

        desk.submit(PAGE, PAGE + "/confirmation", Map.of("code", "000000x"));
        assertThat(desk.page(PAGE).text()).contains("Kode salah", "Tidak aktif");
        assertThat(enters(TrialTeam.HEAD, "")).isTrue();
        desk.submit(PAGE, PAGE + "/confirmation", Map.of("code", Totp.code(secret, now)));
        List<String> recovery = desk.page(PAGE).select(".files li").eachText();

        assertThat(recovery).hasSize(8).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z2-7]{16}"));
        assertThat(desk.page(PAGE).text()).contains("Aktif:").doesNotContain(recovery.get(0));
        assertThat(enters(TrialTeam.HEAD, "")).isFalse();
        assertThat(enters(TrialTeam.HEAD, Totp.code(secret, now))).isFalse();
        assertThat(enters(TrialTeam.HEAD, Totp.code(secret, now + 1))).isTrue();
        assertThat(enters(TrialTeam.HEAD, Totp.code(secret, now + 1))).isFalse();
        assertThat(enters(TrialTeam.HEAD, recovery.get(0).toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(enters(TrialTeam.HEAD, recovery.get(0))).isFalse();
        assertThat(enters(TrialTeam.HEAD, recovery.get(1))).isTrue();
        desk.submit(PAGE, PAGE + "/removal", Map.of("code", "123"));
        assertThat(desk.page(PAGE).text()).contains("Aktif:");
        desk.submit(PAGE, PAGE + "/removal", Map.of("code", recovery.get(2)));
        assertThat(enters(TrialTeam.HEAD, "")).isTrue();
    }

    @Test
    void wrongCodesShutTheAccountAndTheAdministratorTakesALostFactorAway() {
        confirmed(TrialTeam.ANALYST);
        for (int i = 0; i < 5; i++) {
            assertThat(enters(TrialTeam.ANALYST, "wrong")).isFalse();
        }
        String other = TrialTeam.OTHER_ANALYST;
        confirmed(other);
        assertThat(enters(other, "")).isFalse();

        assertThat(enters(TrialTeam.ADMINISTRATOR, "")).isTrue();
        assertThat(desk.page("/journal").text()).contains("ACCOUNT_SHUT", "SECOND_FACTOR_ON");
        desk.submit("/people/" + other, "/people/" + other + "/second-factor", Map.of());
        assertThat(enters(other, "")).isTrue();
    }

    @Test
    void whereItIsRequiredWhoDecidesComesNoFurtherWithoutIt() throws IOException, SQLException {
        Map<String, Object> settings = TrialTeam.settings(TrialHouse.open(), "factor_required_it");
        settings.put("kentongan.desk.second-factor-required", "true");
        TrialDesk open = desk;
        try (TrialDesk strict = TrialDesk.start(settings)) {
            desk = strict;
            for (String person : List.of(TrialTeam.COORDINATOR, TrialTeam.HEAD, TrialTeam.ADMINISTRATOR)) {
                enters(person, "");
                assertThat(strict.get("/candidates").headers().firstValue("Location"))
                        .as(person)
                        .hasValueSatisfying(where -> assertThat(where).endsWith(PAGE));
            }
            assertThat(strict.submit(PAGE, "/people/ani/invitation", Map.of())
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(where -> assertThat(where).endsWith(PAGE));
            enters(TrialTeam.ANALYST, "");
            assertThat(strict.get("/candidates").statusCode()).isEqualTo(200);
            confirmed(TrialTeam.HEAD);
            assertThat(strict.get("/candidates").statusCode()).isEqualTo(200);
        } finally {
            desk = open;
        }
    }

    private static void confirmed(String person) {
        byte[] secret = begin(person);
        String code = Totp.code(secret, Totp.step(Clock.systemUTC().instant()));
        desk.submit(PAGE, PAGE + "/confirmation", Map.of("code", code));
        assertThat(desk.page(PAGE).text()).contains("Aktif:");
    }

    private static byte[] begin(String person) {
        assertThat(enters(person, "")).isTrue();
        desk.submit(PAGE, PAGE, Map.of());
        String shown = desk.page(PAGE).select("#secret").text();
        assertThat(shown).hasSize(32);
        assertThat(desk.page(PAGE).select("#secret")).as("shown once").isEmpty();
        return read(shown);
    }

    private static boolean enters(String person, String code) {
        return desk.logIn(person, TrialTeam.password(person), code)
                .headers()
                .firstValue("Location")
                .filter(where -> !where.contains("/login"))
                .isPresent();
    }

    /** Base 32, read as an authenticator would. */
    private static byte[] read(String written) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < written.length(); i++) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(written.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
