package id.kentongan.desk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {
    @Test
    void aNumberIsReadAsItIsWritten() {
        CaseNumber number = new CaseNumber(2026, 17);

        assertThat(number.written()).isEqualTo("KTG-2026-000017");
        assertThat(CaseNumber.parse(number.written())).contains(number);
    }

    @Test
    void theMillionthCaseOfAYearHasANumberToo() {
        assertThat(CaseNumber.parse(new CaseNumber(2026, 1_000_000).written()))
                .contains(new CaseNumber(2026, 1_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "KTG-2026-1", "ktg-2026-000001", "KTG-2026-000000", "KTG-0026-000001", "KTG-2026-000001 "})
    void otherTextIsNoNumber(String text) {
        assertThat(CaseNumber.parse(text)).isEmpty();
    }
}
