package id.kentongan.forwarder.install;

import java.util.regex.Pattern;

/** Text for a terminal: what was read from files may hold characters that steer it. */
final class Plain {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]+");

    private Plain() {}

    static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
