package id.kentongan.desk.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The oracle: knows the hours of 2026 by heart, written down again here, and finds every answer by walking through time
 * one minute after the other.
 */
final class MinuteByMinute {
    private static final Set<Integer> FREE = Set.of(
            101, 116, 216, 217, 318, 319, 320, 323, 324, 403, 501, 514, 515, 527, 528, 601, 616, 817, 825, 1224, 1225);

    private MinuteByMinute() {}

    static boolean works(LocalDateTime minute) {
        LocalDate day = minute.toLocalDate();
        DayOfWeek weekday = day.getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        if (weekend || FREE.contains(day.getMonthValue() * 100 + day.getDayOfMonth())) {
            return false;
        }
        boolean friday = weekday == DayOfWeek.FRIDAY;
        boolean fasting = !day.isBefore(LocalDate.of(2026, 2, 19)) && !day.isAfter(LocalDate.of(2026, 3, 20));
        LocalTime time = minute.toLocalTime();
        if (fasting) {
            return friday ? in(time, 800, 1130) || in(time, 1230, 1530) : in(time, 800, 1200) || in(time, 1230, 1500);
        }
        return friday ? in(time, 730, 1130) || in(time, 1300, 1630) : in(time, 730, 1200) || in(time, 1300, 1600);
    }

    /** The end of the minute in which the work is done. */
    static LocalDateTime plusWork(LocalDateTime from, int minutes) {
        LocalDateTime minute = from;
        int left = minutes;
        while (left > 0) {
            left -= works(minute) ? 1 : 0;
            minute = minute.plusMinutes(1);
        }
        return minute;
    }

    /** The first minute by whose end at least the same part of the last day has been worked. */
    static LocalDateTime plusDays(LocalDateTime from, int days) {
        LocalDateTime start = from;
        while (!works(start)) {
            start = start.plusMinutes(1);
        }
        double part = (double) workedBefore(start) / workedOn(start.toLocalDate());
        LocalDate day = start.toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= workedOn(day) > 0 ? 1 : 0;
        }
        LocalDateTime minute = day.atStartOfDay();
        while (!works(minute)) {
            minute = minute.plusMinutes(1);
        }
        double wanted = part * workedOn(day);
        for (int worked = 0; worked < wanted; minute = minute.plusMinutes(1)) {
            worked += works(minute) ? 1 : 0;
        }
        return minute;
    }

    /** The end of the minute in which so many parts of working days were used up, those of pauses apart. */
    static LocalDateTime plusDaysBut(LocalDateTime from, double days, Predicate<LocalDateTime> paused) {
        LocalDateTime minute = from;
        for (double used = 0; used < days - 1e-7; minute = minute.plusMinutes(1)) {
            used += works(minute) && !paused.test(minute) ? 1.0 / workedOn(minute.toLocalDate()) : 0;
        }
        return minute;
    }

    /** Likewise for minutes of work. */
    static LocalDateTime plusWorkBut(LocalDateTime from, int minutes, Predicate<LocalDateTime> paused) {
        LocalDateTime minute = from;
        for (int used = 0; used < minutes; minute = minute.plusMinutes(1)) {
            used += works(minute) && !paused.test(minute) ? 1 : 0;
        }
        return minute;
    }

    static int workedOn(LocalDate day) {
        return workedBefore(day.atTime(23, 59));
    }

    static int workedBetween(LocalDateTime from, LocalDateTime to) {
        int worked = 0;
        for (LocalDateTime minute = from; minute.isBefore(to); minute = minute.plusMinutes(1)) {
            worked += works(minute) ? 1 : 0;
        }
        return worked;
    }

    private static int workedBefore(LocalDateTime minute) {
        return workedBetween(minute.toLocalDate().atStartOfDay(), minute);
    }

    /** Hours and minutes written as one number, such as 730. */
    private static boolean in(LocalTime time, int from, int to) {
        int written = time.getHour() * 100 + time.getMinute();
        return written >= from && written < to;
    }
}
