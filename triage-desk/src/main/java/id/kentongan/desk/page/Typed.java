package id.kentongan.desk.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person typed into a form: cut to a length, without NUL; anything that cannot be read gives nothing. */
public record Typed(Map<String, String> form) {
    public static final int LINE = 300;
    public static final int TEXT = 8000;

    public Typed {
        form = Map.copyOf(form);
    }

    public String line(String field) {
        return cut(field, LINE).replaceAll("\\s+", " ");
    }

    public String text(String field) {
        return cut(field, TEXT).replace("\r\n", "\n");
    }

    public boolean ticked(String field) {
        return form.containsKey(field);
    }

    public @Nullable LocalDate day(String field) {
        try {
            return LocalDate.parse(cut(field, LINE));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** A browser's {@code datetime-local}, in the time zone of the desk. */
    public @Nullable Instant moment(String field, ZoneId zone) {
        try {
            return LocalDateTime.parse(cut(field, LINE)).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    public <E extends Enum<E>> E choice(String field, Class<E> of, E otherwise) {
        try {
            return Enum.valueOf(of, cut(field, LINE));
        } catch (IllegalArgumentException unknown) {
            return otherwise;
        }
    }

    private String cut(String field, int longest) {
        String written = form.getOrDefault(field, "").replace('\0', ' ').strip();
        return written.length() > longest ? written.substring(0, longest) : written;
    }
}
