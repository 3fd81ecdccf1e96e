package id.kentongan.job.anomaly;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When people work, from the same file as the desk's deadlines: lines {@code JAM SENIN 07.30-12.00 13.00-16.00} and
 * {@code LIBUR_NASIONAL 2026-01-01 ...} (also {@code CUTI_BERSAMA}, {@code LIBUR_DAERAH}). Breaks between two stretches of
 * a day count as work, and what else the file says is the desk's alone.
 *
 * @param first by weekday; a day that is missing is free
 * @param last the same
 */
public record OfficeHours(
        String zone, Map<DayOfWeek, LocalTime> first, Map<DayOfWeek, LocalTime> last, Set<LocalDate> free)
        implements Serializable {
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "SENIN", DayOfWeek.MONDAY,
            "SELASA", DayOfWeek.TUESDAY,
            "RABU", DayOfWeek.WEDNESDAY,
            "KAMIS", DayOfWeek.THURSDAY,
            "JUMAT", DayOfWeek.FRIDAY,
            "SABTU", DayOfWeek.SATURDAY,
            "MINGGU", DayOfWeek.SUNDAY);
    private static final Set<String> FREE = Set.of("LIBUR_NASIONAL", "CUTI_BERSAMA", "LIBUR_DAERAH");

    /** People come an hour early and leave an hour late. */
    private static final int GRACE_HOURS = 1;

    /** Monday to Friday from half past seven to four, in western Indonesia, without holidays. */
    public static final OfficeHours USUAL = read("""
            JAM SENIN 07.30-16.00
            JAM SELASA 07.30-16.00
            JAM RABU 07.30-16.00
            JAM KAMIS 07.30-16.00
            JAM JUMAT 07.30-16.30
            """, "Asia/Jakarta");

    public OfficeHours {
        first = Map.copyOf(first);
        last = Map.copyOf(last);
        free = Set.copyOf(free);
    }

    /**
     * Reads the text of a calendar.
     *
     * @throws IllegalArgumentException naming every line that is wrong
     */
    public static OfficeHours read(String text, String zone) {
        Map<DayOfWeek, LocalTime> first = new EnumMap<>(DayOfWeek.class);
        Map<DayOfWeek, LocalTime> last = new EnumMap<>(DayOfWeek.class);
        Set<LocalDate> free = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            String[] words = line.split("\\s+", -1);
            try {
                if (words[0].equals("JAM") && words.length > 2) {
                    DayOfWeek day = day(words[1]);
                    first.put(day, time(words[2].split("-", -1)[0]));
                    last.put(day, time(words[words.length - 1].split("-", -1)[1]));
                } else if (FREE.contains(words[0])) {
                    free.add(LocalDate.parse(words[1]));
                }
            } catch (DateTimeParseException | ArrayIndexOutOfBoundsException | IllegalArgumentException fault) {
                faults.add("line \"" + line + "\" is not understood");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new OfficeHours(zone, first, last, free);
    }

    private static DayOfWeek day(String written) {
        DayOfWeek day = DAYS.get(written);
        if (day == null) {
            throw new IllegalArgumentException(written);
        }
        return day;
    }

    private static LocalTime time(String written) {
        return LocalTime.parse(written.replace('.', ':'));
    }

    public OfficeHours in(String otherZone) {
        return new OfficeHours(otherZone, first, last, free);
    }

    ZonedDateTime local(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneId.of(zone));
    }

    boolean isWork(ZonedDateTime local) {
        DayOfWeek day = local.getDayOfWeek();
        LocalTime from = first.get(day);
        LocalTime to = last.get(day);
        if (from == null || to == null || free.contains(local.toLocalDate())) {
            return false;
        }
        LocalTime now = local.toLocalTime();
        return !now.isBefore(from.minusHours(GRACE_HOURS)) && now.isBefore(to.plusHours(GRACE_HOURS));
    }

    /** Hour of the week, 0 to 167, from Monday's midnight. */
    static int hourOfWeek(ZonedDateTime local) {
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }
}
