package id.kentongan.forwarder.forward;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps exactly as Wazuh 4 writes them, {@code 2026-11-02T08:00:00.000+0700}, read many times as fast as by the
 * formatter of {@link EventTime}, which stays for every other form.
 */
final class UsualTime {
    private static final String FORM = "dddd-dd-ddTdd:dd:dd.ddd+dddd";

    private UsualTime() {}

    /** Null when it is of another form. */
    static @Nullable Instant parse(String text) {
        if (!formed(text)) {
            return null;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int offset = number(text, 24, 26) * 3600 + number(text, 26, 28) * 60;
        if (hour > 23 || minute > 59 || second > 59 || offset > 18 * 3600 || number(text, 26, 28) > 59) {
            return null;
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            long local = day * 86_400 + hour * 3600L + minute * 60L + second;
            return Instant.ofEpochSecond(
                    text.charAt(23) == '+' ? local - offset : local + offset, number(text, 20, 23) * 1_000_000L);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean formed(String text) {
        if (text.length() != FORM.length() || text.endsWith("-0000")) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            char given = text.charAt(i);
            boolean fits =
                    wanted == 'd' ? given >= '0' && given <= '9' : given == wanted || (wanted == '+' && given == '-');
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
