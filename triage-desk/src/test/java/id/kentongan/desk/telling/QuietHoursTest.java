package id.kentongan.desk.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    @ParameterizedTest
    @CsvSource({
        // from, until, now, when it may leave; all WIB on 2 November
        "22:00, 05:30, 2026-11-02T21:59:59, 2026-11-02T21:59:59",
        "22:00, 05:30, 2026-11-02T22:00:00, 2026-11-03T05:30:00",
        "22:00, 05:30, 2026-11-02T00:00:00, 2026-11-02T05:30:00",
        "22:00, 05:30, 2026-11-02T05:30:00, 2026-11-02T05:30:00",
        "12:00, 13:00, 2026-11-02T12:30:00, 2026-11-02T13:00:00",
        "12:00, 13:00, 2026-11-02T11:59:00, 2026-11-02T11:59:00",
        "00:00, 00:00, 2026-11-02T00:00:00, 2026-11-02T00:00:00",
        "00:00, 00:00, 2026-11-02T12:00:00, 2026-11-02T12:00:00"
    })
    void whatIsNotUrgentWaitsForTheirEnd(LocalTime from, LocalTime until, String now, String leaves) {
        assertThat(new QuietHours(from, until).next(at(now), WIB)).isEqualTo(at(leaves));
    }

    private static Instant at(String time) {
        return java.time.LocalDateTime.parse(time).atZone(WIB).toInstant();
    }
}
