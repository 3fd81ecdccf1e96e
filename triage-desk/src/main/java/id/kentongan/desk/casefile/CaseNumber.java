package id.kentongan.desk.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a case: {@code KTG-2026-000001}. Given once, never reused.
 *
 * @param year in which the case opened, in the desk's time zone
 * @param sequence from 1 within the year
 */
public record CaseNumber(int year, long sequence) {
    private static final Pattern WRITTEN = Pattern.compile("KTG-(\\d{4})-(\\d{6,12})");

    public CaseNumber {
        if (year < 1970 || year > 9999 || sequence < 1) {
            throw new IllegalArgumentException(
                    "expected a year 1970 to 9999 and a sequence from 1, got " + year + ", " + sequence);
        }
    }

    /** The number that is written so; empty for any other text. */
    public static Optional<CaseNumber> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        long sequence = Long.parseLong(parts.group(2));
        return year < 1970 || sequence < 1 ? Optional.empty() : Optional.of(new CaseNumber(year, sequence));
    }

    public String written() {
        return String.format(Locale.ROOT, "KTG-%04d-%06d", year, sequence);
    }
}
