package id.kentongan.desk.telling;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.deadline.CalendarFile;
import id.kentongan.desk.deadline.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    /** Entered on Wednesday 10 June at 08.00, due three working hours later, at 11.00. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-10T10:23, 0",
        "2026-06-10T10:24, 80",
        "2026-06-10T10:59, 80",
        "2026-06-10T11:00, 100",
        "2026-06-10T14:59, 100",
        "2026-06-10T15:00, 200",
        "2026-06-13T12:00, 200"
    })
    void aLevelIsReachedInWorkingTime(LocalDateTime now, int highest) throws IOException {
        WorkingCalendar calendar =
                CalendarFile.read(Files.readString(Path.of("src/main/resources/calendar/working-calendar.txt")), WIB);

        int reached = Level.reached(
                        at("2026-06-10T08:00"),
                        at("2026-06-10T11:00"),
                        now.atZone(WIB).toInstant(),
                        calendar,
                        false)
                .stream()
                .mapToInt(Level::percent)
                .max()
                .orElse(0);

        assertThat(reached).isEqualTo(highest);
    }

    @Test
    void withSiagaTheWallCounts() throws IOException {
        WorkingCalendar calendar =
                CalendarFile.read(Files.readString(Path.of("src/main/resources/calendar/working-calendar.txt")), WIB);

        assertThat(Level.reached(
                        at("2026-06-10T20:00"), at("2026-06-10T23:00"), at("2026-06-11T02:00"), calendar, true))
                .containsExactly(Level.NEARLY, Level.OVER, Level.FAR_OVER);
        assertThat(Level.reached(
                        at("2026-06-10T20:00"), at("2026-06-10T23:00"), at("2026-06-10T22:24"), calendar, true))
                .containsExactly(Level.NEARLY);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WIB).toInstant();
    }
}
