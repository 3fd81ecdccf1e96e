package id.kentongan.desk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.people.FirstPeople.FirstLogin;
import id.kentongan.desk.settings.SettingsRefused;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLoginTest {
    private static final Set<Role> ALONE = Set.of(Role.ANALYST, Role.ADMINISTRATOR);

    @Test
    void thePasswordMayHoldSpaces() {
        assertThat(FirstLogin.parse("sri  kentongan bambu 7 \n"))
                .containsExactly(new FirstLogin("sri", "kentongan bambu 7", ALONE));
    }

    @Test
    void aNameMaySayItsRole() {
        assertThat(FirstLogin.parse("analis satu-dua-tiga\nhead:kepala empat-lima-enam\n"))
                .containsExactly(
                        new FirstLogin("analis", "satu-dua-tiga", ALONE),
                        new FirstLogin("kepala", "empat-lima-enam", Set.of(Role.HEAD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sri", "sri short", "<b> long enough", "boss:sri long enough", "sri long enough\nbudi"})
    void anythingElseIsRefusedWithItsMend(String text) {
        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> FirstLogin.parse(text))
                .withMessageContaining("first-login-file");
    }
}
