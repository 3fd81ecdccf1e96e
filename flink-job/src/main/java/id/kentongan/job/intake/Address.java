package id.kentongan.job.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Canonical text of an address as decoders log it: host:port loses its port, IPv4 in IPv6 becomes IPv4, IPv6 is lower
 * case. Nothing is looked up. What is no address stays as logged (a host name may be evidence too).
 */
final class Address {
    private static final Pattern IPV4 = Pattern.compile("(?:::ffff:)?(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");

    private Address() {}

    static @Nullable String canonical(@Nullable String logged) {
        if (logged == null || logged.isBlank() || logged.equals("-") || logged.equals("null")) {
            return null;
        }
        String lower = logged.strip().toLowerCase(Locale.ROOT);
        Matcher ipv4 = IPV4.matcher(lower);
        return ipv4.matches() ? ipv4.group(1) : lower;
    }

    /** Loopback and "any" say nothing of where an attack came from: no source address to correlate by. */
    static boolean tellsSource(@Nullable String canonical) {
        return canonical != null
                && !canonical.startsWith("127.")
                && !canonical.equals("::1")
                && !canonical.equals("0.0.0.0")
                && !canonical.equals("::")
                && !canonical.equals("localhost");
    }
}
