package id.kentongan.desk.deadline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the working calendar's text and gathers every fault on the way. One line a statement:
 *
 * <pre>
 * TAHUN 2026
 * JAM SENIN 07.30-12.00 13.00-16.00
 * JAM_KHUSUS 2026-02-19..2026-03-20 SENIN 08.00-12.00 12.30-15.00
 * LIBUR_NASIONAL 2026-01-01 Tahun Baru      (also CUTI_BERSAMA and LIBUR_DAERAH)
 * </pre>
 */
public final class CalendarFile {
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "SENIN", DayOfWeek.MONDAY,
            "SELASA", DayOfWeek.TUESDAY,
            "RABU", DayOfWeek.WEDNESDAY,
            "KAMIS", DayOfWeek.THURSDAY,
            "JUMAT", DayOfWeek.FRIDAY,
            "SABTU", DayOfWeek.SATURDAY,
            "MINGGU", DayOfWeek.SUNDAY);

    private final Map<DayOfWeek, List<Hours>> usual = new EnumMap<>(DayOfWeek.class);
    private final Map<String, Map<DayOfWeek, List<Hours>>> seasons = new LinkedHashMap<>();
    private final Map<LocalDate, WorkingCalendar.DayOff> free = new HashMap<>();
    private final Set<Integer> years = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private CalendarFile() {}

    /**
     * Reads the whole text.
     *
     * @throws CalendarRefused with every fault and the line that it stands in
     */
    public static WorkingCalendar read(String text, ZoneId zone) {
        CalendarFile file = new CalendarFile();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            file.line(i + 1, lines.get(i).strip());
        }
        return file.calendar(zone);
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] words = line.split("\\s+");
        try {
            take(words);
        } catch (IllegalArgumentException | DateTimeException fault) {
            faults.add("line " + number + " (" + line + "): " + fault.getMessage());
        }
    }

    private void take(String[] words) {
        switch (words[0]) {
            case "TAHUN" -> years.add(Integer.parseInt(word(words, 1)));
            case "JAM" -> usual.put(day(word(words, 1)), hours(words, 2));
            case "JAM_KHUSUS" ->
                seasons.computeIfAbsent(word(words, 1), span -> new EnumMap<>(DayOfWeek.class))
                        .put(day(word(words, 2)), hours(words, 3));
            case "LIBUR_NASIONAL", "CUTI_BERSAMA", "LIBUR_DAERAH" ->
                free.put(
                        LocalDate.parse(word(words, 1)),
                        new WorkingCalendar.DayOff(
                                words[0], String.join(" ", List.of(words).subList(2, words.length))));
            default ->
                throw new IllegalArgumentException(
                        "begins with none of TAHUN, JAM, JAM_KHUSUS, LIBUR_NASIONAL, CUTI_BERSAMA, LIBUR_DAERAH");
        }
    }

    private static String word(String[] words, int place) {
        if (words.length <= place) {
            throw new IllegalArgumentException("is too short");
        }
        return words[place];
    }

    private static DayOfWeek day(String written) {
        DayOfWeek day = DAYS.get(written);
        if (day == null) {
            throw new IllegalArgumentException("knows no day " + written + ". Write one of SENIN to MINGGU");
        }
        return day;
    }

    private static List<Hours> hours(String[] words, int from) {
        List<Hours> hours = new ArrayList<>();
        for (int i = from; i < words.length; i++) {
            String[] ends = words[i].split("-", 2);
            if (ends.length < 2) {
                throw new IllegalArgumentException(words[i] + " is not of the form 07.30-12.00");
            }
            Hours stretch = new Hours(time(ends[0]), time(ends[1]));
            if (!hours.isEmpty() && hours.get(hours.size() - 1).to().isAfter(stretch.from())) {
                throw new IllegalArgumentException("has hours that overlap or are out of order");
            }
            hours.add(stretch);
        }
        return List.copyOf(hours);
    }

    private static LocalTime time(String written) {
        return LocalTime.parse(written.replace('.', ':'));
    }

    private WorkingCalendar calendar(ZoneId zone) {
        List<WorkingCalendar.Season> special = new ArrayList<>();
        seasons.forEach((span, hours) -> {
            String[] ends = span.split("\\.\\.", 2);
            try {
                special.add(new WorkingCalendar.Season(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]), hours));
            } catch (DateTimeException | ArrayIndexOutOfBoundsException fault) {
                faults.add("JAM_KHUSUS " + span + " is not of the form 2026-02-19..2026-03-20");
            }
        });
        if (usual.values().stream().allMatch(List::isEmpty)) {
            faults.add("there is no day with working hours. Write a line such as JAM SENIN 07.30-12.00 13.00-16.00");
        }
        if (years.isEmpty()) {
            faults.add("there is no year. Write a line such as TAHUN 2026 once its holidays are in");
        }
        if (!faults.isEmpty()) {
            throw new CalendarRefused(faults);
        }
        return new WorkingCalendar(zone, usual, special, free, years);
    }
}
