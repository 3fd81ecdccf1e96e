package id.kentongan.allinone.console;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Seconds {
    private Seconds() {}

    /** {@code 3.4 s}. */
    static String of(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** {@code 2 d 3 h}, {@code 3 h 10 min}, {@code 5 min 2 s} or {@code 40 s}. */
    public static String inWords(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() + " s";
    }
}
