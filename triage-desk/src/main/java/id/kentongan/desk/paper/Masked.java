package id.kentongan.desk.paper;

import id.kentongan.desk.page.Visible;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Log text without what must not travel in documents: passwords and tokens behind an equals sign, NIK and other numbers of
 * sixteen digits. The evidence itself keeps it. Characters that mislead the eye are made visible, line ends stay.
 */
public final class Masked {
    private static final String STARS = "********";
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:[\\w.-]*(?:pass(?:word|wd)?|pwd|kata_?sandi|token|secret|api_?key|auth|session(?:id)?|nik))"
                    + "[\"']?\\s*(?:=|:(?!//)|%3[dD])\\s*[\"']?)([^\\s&\"';,<>]+)");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/._~-]{8,}=*");
    private static final Pattern SIXTEEN_DIGITS =
            Pattern.compile("(?<![\\da-fA-F])\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?![\\da-fA-F])");

    private Masked() {}

    public static String text(String raw) {
        String shown = raw.lines().map(Visible::text).collect(Collectors.joining("\n"));
        String masked = SECRET.matcher(shown).replaceAll("$1" + STARS);
        masked = BEARER.matcher(masked).replaceAll("$1 " + STARS);
        return SIXTEEN_DIGITS.matcher(masked).replaceAll("****************");
    }
}
