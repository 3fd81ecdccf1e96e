package id.kentongan.desk.report;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.paper.Paper.Fact;
import id.kentongan.desk.paper.Paper.Signature;
import id.kentongan.desk.people.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How official Indonesian documents write dates, times, yes and no, levels and names. */
public final class Written {
    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH.mm.ss zzz", INDONESIAN);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH.mm zzz", INDONESIAN);

    private Written() {}

    public static String day(Instant time, ZoneId zone) {
        return DAY.format(time.atZone(zone));
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public static String time(@Nullable Instant time, ZoneId zone) {
        return time == null ? "" : TIME.format(time.atZone(zone));
    }

    public static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    public static String yes(boolean so) {
        return so ? "Ya" : "Tidak";
    }

    public static String harmed(boolean so) {
        return so ? "Terdampak" : "Tidak terdampak";
    }

    public static String level(Severity severity) {
        return switch (severity) {
            case LOW -> "Rendah";
            case MEDIUM -> "Sedang";
            case HIGH -> "Tinggi";
            case CRITICAL -> "Kritis";
        };
    }

    public static Fact fact(String label, @Nullable String value) {
        return new Fact(label, value == null ? "" : value);
    }

    public static Signature signature(String role, @Nullable Person person, @Nullable Instant at, ZoneId zone) {
        return person == null
                ? new Signature(role, "", "", "", "")
                : new Signature(
                        role, person.shownPost(), person.shownName(), person.nip(), at == null ? "" : day(at, zone));
    }
}
