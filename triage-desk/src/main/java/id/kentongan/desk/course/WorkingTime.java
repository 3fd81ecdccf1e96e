package id.kentongan.desk.course;

import id.kentongan.desk.deadline.CalendarFile;
import id.kentongan.desk.deadline.CalendarRefused;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.SettingsRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the working calendar once, at the start: the operator's file, or the one that is shipped. */
@Configuration(proxyBeanMethods = false)
class WorkingTime {
    @Bean
    WorkingCalendar workingCalendar(DeskSettings settings) {
        try {
            return CalendarFile.read(text(settings.calendarFile()), settings.timeZone());
        } catch (CalendarRefused | IOException fault) {
            throw new SettingsRefused(List.of(DeskSettings.PREFIX + "calendar-file: " + fault.getMessage()));
        }
    }

    private static String text(@org.jspecify.annotations.Nullable Path file) throws IOException {
        if (file != null) {
            return Files.readString(file, StandardCharsets.UTF_8);
        }
        try (InputStream shipped = WorkingTime.class.getResourceAsStream("/calendar/working-calendar.txt")) {
            if (shipped == null) {
                throw new IOException("expected the shipped calendar in the jar");
            }
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
