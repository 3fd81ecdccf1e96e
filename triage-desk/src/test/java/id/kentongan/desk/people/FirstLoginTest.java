package id.kentongan.desk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.kentongan.desk.people.FirstPerson.FirstLogin;
import id.kentongan.desk.settings.SettingsRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLoginTest {
    @Test
    void thePasswordMayHoldSpaces() {
        assertThat(FirstLogin.parse("sri  kentongan bambu 7 \n")).isEqualTo(new FirstLogin("sri", "kentongan bambu 7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sri", "sri short", "<b> long enough", "\nsri long enough"})
    void anythingElseIsRefusedWithItsMend(String text) {
        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> FirstLogin.parse(text))
                .withMessageContaining("first-login-file");
    }
}
