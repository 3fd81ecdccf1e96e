package id.kentongan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertOriginTest {
    @Test
    void whatIsWrittenIsReadAlsoWithSpacesInTheFile() {
        AlertOrigin origin = new AlertOrigin(12, 0, 840, 1_760_000_000, "file", "2026/Nov/a b.json#1f ");

        assertThat(origin.text()).isEqualTo("12 0 840 1760000000 file 2026/Nov/a b.json#1f ");
        assertThat(AlertOrigin.parse(origin.text())).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 2 3 4 source",
                "1 2 3 -4 source file",
                "1 2 3 x source file",
                "1  3 4 source file",
                "1 2 3 4  file",
                "1234567890123456789 2 3 4 source file",
                "１ 2 3 4 source file"
            })
    void whatIsOfAnotherFormIsNone(String text) {
        assertThat(AlertOrigin.parse(text)).isNull();
    }

    @Test
    void noHeaderIsNone() {
        assertThat(AlertOrigin.parse(null)).isNull();
    }
}
