package id.kentongan.desk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /masuk?user=ani&password=RAHASIA&x=1",
                "passwd=RAHASIA",
                "pwd: RAHASIA",
                "\"token\":\"RAHASIA\"",
                "api_key=RAHASIA",
                "kata_sandi=RAHASIA",
                "db_password = 'RAHASIA'",
                "password%3DRAHASIA",
                "Authorization: Bearer RAHASIARAHASIA12",
                "PHPSESSION=RAHASIA"
            })
    void whatStandsBehindASecretsNameIsGone(String log) {
        assertThat(Masked.text(log)).doesNotContain("RAHASIA").contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3503012345678901", "nik=3503012345678901", "4111 1111 1111 1111", "4111-1111-1111-1111"})
    void numbersOfSixteenDigitsAreGone(String log) {
        assertThat(Masked.text("data " + log + " akhir"))
                .doesNotContain("3503", "4111")
                .contains("akhir");
    }

    @Test
    void ordinaryLogTextStays() {
        String log =
                "Failed password for root from 203.0.113.9 port 40022 ssh2, id 1793582071.4411 https://a.example/x";

        assertThat(Masked.text(log)).isEqualTo(log);
        assertThat(Masked.text("ab12345678901234567890cd")).isEqualTo("ab12345678901234567890cd");
    }

    @Test
    void whatMisleadsTheEyeIsShownAndLinesStay() {
        assertThat(Masked.text("a\u202eb\nc")).isEqualTo("a[U+202E]b\nc");
    }
}
