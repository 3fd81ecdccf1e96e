package id.kentongan.desk.scan;

import id.kentongan.desk.page.Visible;
import id.kentongan.desk.scan.Scanner.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row's fields as they will be kept: made honest to look at, cut to a length, written alike for all scanners. */
record RowText(Map<Field, String> row) {
    private static final int LONGEST = 300;

    boolean matched() {
        return !"false".equals(row.get(Field.MATCHED));
    }

    String name() {
        return clean(Field.NAME);
    }

    /** Where it was found. A whole address stands for itself, a port follows its host. */
    String target() {
        String host = clean(Field.HOST);
        String place = clean(Field.PLACE);
        if (place.isEmpty() || place.equals("0") || place.contains("://") || place.startsWith(host)) {
            return place.isEmpty() || place.equals("0") ? host : place;
        }
        return cut(host.isEmpty() ? place : host + ":" + place);
    }

    /** Score and word. ZAP adds how sure it is in brackets, which is no severity. */
    String cvss() {
        String score = clean(row.containsKey(Field.SCORE) ? Field.SCORE : Field.OLD_SCORE);
        String word = clean(Field.SEVERITY).replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT);
        return score.isEmpty() || word.isEmpty() ? score + word : score + " (" + word + ")";
    }

    @Nullable
    Instant at() {
        try {
            return OffsetDateTime.parse(row.getOrDefault(Field.TIME, ""))
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private String clean(Field field) {
        return cut(Visible.text(row.getOrDefault(field, "")).strip());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
