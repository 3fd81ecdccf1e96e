package id.kentongan.desk.telling;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.deadline.CalendarFile;
import id.kentongan.desk.deadline.StepClock;
import id.kentongan.desk.deadline.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
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
                        new StepClock(at("2026-06-10T08:00"), List.of(), false),
                        at("2026-06-10T11:00"),
                        now.atZone(WIB).toInstant(),
                        calendar)
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

        StepClock clock = new StepClock(at("2026-06-10T20:00"), List.of(), true);

        assertThat(Level.reached(clock, at("2026-06-10T23:00"), at("2026-06-11T02:00"), calendar))
                .containsExactly(Level.NEARLY, Level.OVER, Level.FAR_OVER);
        assertThat(Level.reached(clock, at("2026-06-10T23:00"), at("2026-06-10T22:24"), calendar))
                .containsExactly(Level.NEARLY);
    }

    /** Entered at 08.00 for three hours; it stood from 09.00 to 14.00, an hour of which is no work. */
    @ParameterizedTest
    @CsvSource({"2026-06-10T13:59, 0", "2026-06-10T15:23, 0", "2026-06-10T15:24, 80", "2026-06-11T07:30, 100"})
    void timeThatTheClockStoodIsNotUsedUp(LocalDateTime now, int highest) throws IOException {
        WorkingCalendar calendar =
                CalendarFile.read(Files.readString(Path.of("src/main/resources/calendar/working-calendar.txt")), WIB);
        StepClock.Pause pause = new StepClock.Pause(at("2026-06-10T09:00"), at("2026-06-10T14:00"));

        assertThat(Level.reached(
                                new StepClock(at("2026-06-10T08:00"), List.of(pause), false),
                                at("2026-06-10T16:00"),
                                now.atZone(WIB).toInstant(),
                                calendar)
                        .stream()
                        .mapToInt(Level::percent)
                        .max()
                        .orElse(0))
                .isEqualTo(highest);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WIB).toInstant();
    }
}
