package id.kentongan.desk.queue;

import id.kentongan.contracts.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the queue a person looks at. Whatever the address bar holds gives some filter, never an error.
 *
 * @param severity null for all
 * @param text looked for in number, title, asset, rules, addresses and accounts; empty for all
 * @param page from 1
 */
record QueueFilter(@Nullable Severity severity, String text, int page) {
    static final int ROWS = 50;

    private static final int LONGEST_TEXT = 200;
    private static final int LAST_PAGE = 10_000;

    static QueueFilter of(@Nullable String severity, @Nullable String text, @Nullable String page) {
        return new QueueFilter(severity(severity), text(text), page(page));
    }

    QueueFilter with(@Nullable Severity other) {
        return new QueueFilter(other, text, 1);
    }

    QueueFilter at(int otherPage) {
        return new QueueFilter(severity, text, otherPage);
    }

    /** The address of {@code path} with this filter, encoded. */
    String in(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        address.queryParamIfPresent("severity", Optional.ofNullable(severity).map(QueueFilter::code));
        address.queryParamIfPresent("q", Optional.of("{q}").filter(place -> !text.isEmpty()));
        address.queryParamIfPresent("page", Optional.of(page).filter(number -> number > 1));
        return (text.isEmpty() ? address.encode().build() : address.encode().buildAndExpand(text)).toUriString();
    }

    /** Pattern for SQL's {@code like}, lower case; null for all. */
    @Nullable
    String pattern() {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return text.isEmpty() ? null : "%" + literal + "%";
    }

    int offset() {
        return (page - 1) * ROWS;
    }

    static String code(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Severity severity(@Nullable String written) {
        return Arrays.stream(Severity.values())
                .filter(severity -> code(severity).equals(written))
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable String written) {
        String text = written == null ? "" : written.replace('\0', ' ').strip();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static int page(@Nullable String written) {
        boolean number = written != null && written.matches("\\d{1,5}");
        return number ? Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(written))) : 1;
    }
}
