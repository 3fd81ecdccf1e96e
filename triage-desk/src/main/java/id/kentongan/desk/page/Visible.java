package id.kentongan.desk.page;

import org.jspecify.annotations.Nullable;

/**
 * Text from logs, made honest to look at: characters that are invisible, steer the terminal or turn the writing direction
 * stand there as {@code [U+202E]}. Everything that an attacker could have written goes through here before a template
 * shows it; templates escape it.
 */
public final class Visible {
    private Visible() {}

    public static String text(String raw) {
        StringBuilder shown = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    public static @Nullable String orNull(@Nullable String raw) {
        return raw == null || raw.isBlank() ? null : text(raw);
    }

    private static void append(StringBuilder shown, int point) {
        if (point == '\t' || point == '\n') {
            shown.append(' ');
        } else if (misleads(point)) {
            shown.append(String.format("[U+%04X]", point));
        } else {
            shown.appendCodePoint(point);
        }
    }

    private static boolean misleads(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
