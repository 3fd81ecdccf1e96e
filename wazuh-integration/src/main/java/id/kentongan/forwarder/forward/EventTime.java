package id.kentongan.forwarder.forward;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Wazuh's timestamps: 0 to 9 fraction digits, an offset with or without a colon, or Z. */
final class EventTime {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private EventTime() {}

    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        try {
            return FORMAT.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
