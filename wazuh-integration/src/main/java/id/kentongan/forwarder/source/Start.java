package id.kentongan.forwarder.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a source without a checkpoint begins: {@code beginning} (the oldest that is there), {@code today} (the present
 * file from its first line), {@code end} (only what comes from now on), or a date such as {@code 2026-11-20} (that
 * day's first file, in the zone of the machine).
 *
 * @param date only of {@link Kind#DATE}
 */
public record Start(Kind kind, @Nullable LocalDate date) {
    /** The four ways. */
    public enum Kind {
        BEGINNING,
        TODAY,
        END,
        DATE
    }

    public static final Start BEGINNING = new Start(Kind.BEGINNING, null);
    public static final Start TODAY = new Start(Kind.TODAY, null);
    public static final Start END = new Start(Kind.END, null);

    public Start {
        if ((kind == Kind.DATE) != (date != null)) {
            throw new IllegalArgumentException("expected a date for DATE alone, got " + kind + ", " + date);
        }
    }

    /** Null when the text is none of them. */
    public static @Nullable Start parse(String text) {
        try {
            return switch (text) {
                case "beginning" -> BEGINNING;
                case "today" -> TODAY;
                case "end" -> END;
                default -> new Start(Kind.DATE, LocalDate.parse(text));
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** As {@link #parse(String)} reads it. */
    public String text() {
        return kind == Kind.DATE ? String.valueOf(date) : kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
