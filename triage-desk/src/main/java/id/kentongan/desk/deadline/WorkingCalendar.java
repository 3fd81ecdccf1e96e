package id.kentongan.desk.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When the office works. A moment outside working hours counts as the next moment of work.
 *
 * @param usual hours of each weekday; a weekday that is missing is free
 * @param special seasons such as Ramadan, in which other hours hold
 * @param free dates without work
 * @param years that the file covers: beyond them every holiday would be taken for a working day
 */
public record WorkingCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<Hours>> usual,
        List<Season> special,
        Map<LocalDate, DayOff> free,
        Set<Integer> years) {
    private static final int LONGEST_WAIT_DAYS = 366;

    /** Less than a second of the longest day: sums of parts are not exact. */
    private static final double ROUNDING = 1e-6;

    /** From the first day to the last, both included. */
    public record Season(LocalDate first, LocalDate last, Map<DayOfWeek, List<Hours>> hours) {
        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /**
     * Why a date is free.
     *
     * @param kind as the file writes it, such as LIBUR_NASIONAL
     * @param name of the day; may be empty
     */
    public record DayOff(String kind, String name) {}

    public WorkingCalendar {
        usual = Map.copyOf(new EnumMap<>(usual));
        special = List.copyOf(special);
        free = Map.copyOf(free);
        years = Set.copyOf(years);
        if (usual.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("expected a weekday with working hours");
        }
    }

    public boolean covers(Instant time) {
        return years.contains(time.atZone(zone).getYear());
    }

    /** The next days off, that of {@code from} included, in order; at most so many. */
    public SortedMap<LocalDate, DayOff> daysOff(Instant from, int most) {
        SortedMap<LocalDate, DayOff> next = new TreeMap<>();
        new TreeMap<>(free)
                .tailMap(from.atZone(zone).toLocalDate()).entrySet().stream()
                        .limit(most)
                        .forEach(day -> next.put(day.getKey(), day.getValue()));
        return next;
    }

    /** The season of that day, else the next one to come. */
    public Optional<Season> nextSeason(Instant from) {
        LocalDate day = from.atZone(zone).toLocalDate();
        return special.stream().filter(season -> !season.last().isBefore(day)).min(Comparator.comparing(Season::first));
    }

    /** The moment itself while the office works, else the next one at which it does. */
    public Instant nextWorking(Instant from) {
        ZonedDateTime local = from.atZone(zone);
        LocalDate day = local.toLocalDate();
        for (Hours hours : hoursOf(day)) {
            if (local.toLocalTime().isBefore(hours.to())) {
                return at(day, later(local.toLocalTime(), hours.from()));
            }
        }
        LocalDate next = workingDayAfter(day);
        return at(next, hoursOf(next).get(0).from());
    }

    /** The moment when that much work has been done since. */
    public Instant plusWork(Instant from, Duration work) {
        Instant now = nextWorking(from);
        long left = work.toSeconds();
        while (true) {
            ZonedDateTime local = now.atZone(zone);
            int done = local.toLocalTime().toSecondOfDay();
            for (Hours hours : hoursOf(local.toLocalDate())) {
                int start = Math.max(done, hours.from().toSecondOfDay());
                int span = hours.to().toSecondOfDay() - start;
                if (span > 0 && left <= span) {
                    return at(local.toLocalDate(), LocalTime.ofSecondOfDay(start + left));
                }
                left -= Math.max(0, span);
            }
            LocalDate next = workingDayAfter(local.toLocalDate());
            now = at(next, hoursOf(next).get(0).from());
        }
    }

    /**
     * The same part of the working day, that many working days later: a step begun at the third hour of six is due at
     * the middle of its last day, however long that day is.
     */
    public Instant plusDays(Instant from, double days) {
        ZonedDateTime start = nextWorking(from).atZone(zone);
        LocalDate day = start.toLocalDate();
        double part = partOf(start) + days;
        for (; part > 1 - ROUNDING; part--) {
            day = workingDayAfter(day);
        }
        return atPart(day, Math.round(Math.max(0, part) * secondsOf(day)));
    }

    /** Working days between two moments, each day's part measured by that day's own length; the inverse of plusDays. */
    public double daysBetween(Instant from, Instant to) {
        ZonedDateTime start = nextWorking(from).atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        double days = partOf(end) - partOf(start);
        for (LocalDate day = start.toLocalDate(); day.isBefore(end.toLocalDate()); day = day.plusDays(1)) {
            days += hoursOf(day).isEmpty() ? 0 : 1;
        }
        return Math.max(0, days);
    }

    /** Work done between two moments; zero when the second is not later. */
    public Duration workBetween(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        long seconds = -workedBy(start.toLocalDate(), start.toLocalTime());
        for (LocalDate day = start.toLocalDate(); day.isBefore(end.toLocalDate()); day = day.plusDays(1)) {
            seconds += secondsOf(day);
        }
        return Duration.ofSeconds(seconds + workedBy(end.toLocalDate(), end.toLocalTime()));
    }

    List<Hours> hoursOf(LocalDate day) {
        if (free.containsKey(day)) {
            return List.of();
        }
        return special.stream()
                .filter(season -> season.covers(day) && season.hours().containsKey(day.getDayOfWeek()))
                .findFirst()
                .map(season -> season.hours().get(day.getDayOfWeek()))
                .orElseGet(() -> usual.getOrDefault(day.getDayOfWeek(), List.of()));
    }

    private LocalDate workingDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        for (int i = 0; hoursOf(next).isEmpty(); i++) {
            if (i > LONGEST_WAIT_DAYS) {
                throw new IllegalStateException("expected a working day within a year after " + day);
            }
            next = next.plusDays(1);
        }
        return next;
    }

    private double partOf(ZonedDateTime time) {
        int whole = Math.toIntExact(secondsOf(time.toLocalDate()));
        return whole == 0 ? 0 : (double) workedBy(time.toLocalDate(), time.toLocalTime()) / whole;
    }

    private Instant atPart(LocalDate day, long seconds) {
        long left = seconds;
        List<Hours> hours = hoursOf(day);
        for (Hours stretch : hours) {
            // A stretch's end and the next one's beginning are the same moment of work: the earlier is meant.
            if (left <= stretch.seconds()) {
                return at(day, stretch.from().plusSeconds(left));
            }
            left -= stretch.seconds();
        }
        return at(day, hours.get(hours.size() - 1).to());
    }

    private long secondsOf(LocalDate day) {
        return hoursOf(day).stream().mapToLong(Hours::seconds).sum();
    }

    private long workedBy(LocalDate day, LocalTime time) {
        return hoursOf(day).stream()
                .mapToLong(hours -> Math.max(
                        0,
                        Math.min(time.toSecondOfDay(), hours.to().toSecondOfDay())
                                - hours.from().toSecondOfDay()))
                .sum();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }
}
