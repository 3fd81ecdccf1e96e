package id.kentongan.job.rulebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code params:} of {@code rule.yml} as literals of EPL, each of its own type: text never becomes EPL. */
final class Parameters {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern LENGTH_OF_TIME = Pattern.compile("P[0-9DTHMS.]+");
    private static final int MOST = 50;
    private static final int LONGEST_LIST = 500;
    private static final int LONGEST_TEXT = 200;

    private final List<String> faults;

    private Parameters(List<String> faults) {
        this.faults = faults;
    }

    /** Adds to {@code faults} what is no parameter. */
    static Map<String, String> literals(@Nullable Object params, List<String> faults) {
        Map<String, String> literals = new LinkedHashMap<>();
        if (params == null) {
            return literals;
        }
        if (!(params instanceof Map<?, ?> named) || named.size() > MOST) {
            faults.add("params is no list of at most " + MOST + " names and values, such as params: {threshold: 10}");
            return literals;
        }
        Parameters read = new Parameters(faults);
        named.forEach((name, value) -> {
            if (!NAME.matcher(String.valueOf(name)).matches()) {
                faults.add("params: " + name + " is no name of small letters, digits and _");
            }
            literals.put(String.valueOf(name), read.literal(String.valueOf(name), value));
        });
        return literals;
    }

    private String literal(String name, @Nullable Object value) {
        if (value instanceof List<?> list && !list.isEmpty() && list.size() <= LONGEST_LIST) {
            List<String> all = new ArrayList<>();
            list.forEach(one -> all.add(one instanceof List<?> ? fault(name) : one(name, one, false)));
            return "(" + String.join(", ", all) + ")";
        }
        return one(name, value, true);
    }

    private String one(String name, @Nullable Object value, boolean mayBeTime) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return number == (int) number ? Long.toString(number) : number + "L";
        }
        if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
            return new BigDecimal(number.toString()).toPlainString();
        }
        if (value instanceof String text && isPlain(text)) {
            return mayBeTime && LENGTH_OF_TIME.matcher(text).matches() ? time(name, text) : quoted(text);
        }
        return fault(name);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
    }

    private String time(String name, String text) {
        try {
            Duration time = Duration.parse(text);
            return time.toMillis() % 1000 == 0 ? time.toSeconds() + " sec" : time.toMillis() + " milliseconds";
        } catch (DateTimeParseException | ArithmeticException e) {
            return fault(name);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private String fault(String name) {
        faults.add("params: " + name + " is no number, no length of time such as PT5M, no text of at most "
                + LONGEST_TEXT + " characters, and no list of those (1 to " + LONGEST_LIST + ")");
        return "0";
    }
}
