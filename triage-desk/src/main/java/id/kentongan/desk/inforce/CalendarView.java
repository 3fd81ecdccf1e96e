package id.kentongan.desk.inforce;

import id.kentongan.desk.deadline.Hours;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The working calendar as the page shows it.
 *
 * @param years whose days off are in
 * @param covered false: those of this year are not
 * @param season other hours that hold now or will; null where none are written
 */
record CalendarView(
        List<Day> week,
        String years,
        boolean covered,
        List<Free> next,
        @Nullable Season season) {
    private static final int NEXT = 5;

    /** @param hours empty on a day without work */
    record Day(String name, String hours) {}

    /** @param kind message of the kind of day */
    record Free(String day, String kind, String name) {}

    record Season(String from, String until, boolean now, List<Day> week) {}

    static CalendarView of(WorkingCalendar calendar, Instant now, Language language) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", language.locale());
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        return new CalendarView(
                week(calendar.usual(), language),
                new TreeSet<>(calendar.years()).stream().map(String::valueOf).collect(Collectors.joining(", ")),
                calendar.covers(now),
                calendar.daysOff(now, NEXT).entrySet().stream()
                        .map(free -> new Free(
                                day.format(free.getKey()),
                                "dayoff." + free.getValue().kind().toLowerCase(Locale.ROOT),
                                Visible.text(free.getValue().name())))
                        .toList(),
                calendar.nextSeason(now)
                        .map(season -> new Season(
                                day.format(season.first()),
                                day.format(season.last()),
                                !season.first().isAfter(today),
                                week(season.hours(), language)))
                        .orElse(null));
    }

    private static List<Day> week(Map<DayOfWeek, List<Hours>> hours, Language language) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern(language == Language.INDONESIAN ? "HH.mm" : "HH:mm", language.locale());
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day.getDisplayName(TextStyle.FULL, language.locale()),
                        hours.getOrDefault(day, List.of()).stream()
                                .map(one -> time.format(one.from()) + "–" + time.format(one.to()))
                                .collect(Collectors.joining(", "))))
                .toList();
    }
}
