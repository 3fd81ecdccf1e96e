package id.kentongan.desk.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** The calendar as it is shipped, and one with the same hours on every weekday. */
final class Shipped {
    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private static final Path FILE = Path.of("src", "main", "resources", "calendar", "working-calendar.txt");

    private Shipped() {}

    static WorkingCalendar calendar() {
        return CalendarFile.read(text(), WIB);
    }

    static WorkingCalendar withNormalHours() {
        return CalendarFile.read(text().replace("07.30-11.30 13.00-16.30", "07.30-12.00 13.00-16.00"), WIB);
    }

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
