package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where an alert comes from and its number: the value of header {@link AlertHeader#ORIGIN}, written
 * {@code sequence offset length epoch source file} with one space between. The file stands last, as it alone may hold
 * spaces.
 *
 * @param sequence as {@link AlertHeader#SEQUENCE}
 * @param offset as {@link AlertHeader#OFFSET}
 * @param length as {@link AlertHeader#LENGTH}
 * @param epoch as {@link AlertHeader#EPOCH}
 * @param source as {@link AlertHeader#SOURCE}
 * @param file as {@link AlertHeader#FILE}
 */
public record AlertOrigin(long sequence, long offset, long length, long epoch, String source, String file) {
    private static final int PARTS = 6;
    private static final int LONGEST_NUMBER = 18;

    public AlertOrigin {
        requireNonNull(source, "source");
        requireNonNull(file, "file");
    }

    /** Null when it is of another form, or not there. */
    public static @Nullable AlertOrigin parse(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split(" ", PARTS);
        if (parts.length < PARTS || parts[4].isEmpty()) {
            return null;
        }
        for (int i = 0; i < 4; i++) {
            if (!number(parts[i])) {
                return null;
            }
        }
        return new AlertOrigin(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                parts[4],
                parts[5]);
    }

    private static boolean number(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** As it stands in the header. */
    public String text() {
        return sequence + " " + offset + " " + length + " " + epoch + " " + source + " " + file;
    }
}
