package id.kentongan.desk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaWindowTest {
    private static final Instant FROM = Instant.parse("2026-11-02T01:00:00Z");

    @Test
    void itNamesTheScannerAndItsTime() {
        assertThat(VaWindow.of("192.0.2.9, 2001:db8::9", FROM, FROM.plusSeconds(3600)))
                .hasValueSatisfying(
                        window -> assertThat(window.sourceIps()).containsExactly("192.0.2.9", "2001:db8::9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scanner", "192.0.2.0/24", "192.0.2.9 <b>"})
    void whatNamesNoAddressOpensNoWindow(String addresses) {
        assertThat(VaWindow.of(addresses, FROM, FROM.plusSeconds(3600))).isEmpty();
    }

    @Test
    void itEndsAfterItBeginsAndWithinTwoWeeks() {
        assertThat(VaWindow.of("192.0.2.9", FROM, FROM)).isEmpty();
        assertThat(VaWindow.of("192.0.2.9", FROM, null)).isEmpty();
        assertThat(VaWindow.of("192.0.2.9", FROM, FROM.plus(VaWindow.LONGEST))).isPresent();
        assertThat(VaWindow.of("192.0.2.9", FROM, FROM.plus(Duration.ofDays(15))))
                .isEmpty();
    }
}
