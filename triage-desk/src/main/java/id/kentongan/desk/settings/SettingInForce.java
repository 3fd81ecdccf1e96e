package id.kentongan.desk.settings;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One setting and the value that the desk runs with. Never holds what is in a file of secrets, nor addresses that are
 * secrets themselves.
 *
 * @param key whole
 * @param value as it may be shown; null = none
 * @param where what it was set by, such as the file; empty unless {@link Origin#SET}
 */
public record SettingInForce(String key, @Nullable String value, Origin origin, String where) {
    private static final Pattern SECRET_FILE = Pattern.compile(".*-(password|key|secret)-file|.*first-login-file");
    private static final Pattern SECRET_ADDRESS = Pattern.compile(".*\\.(webhooks|thehive-address|iris-address)");
    private static final Pattern USER_INFO = Pattern.compile("(https?://)[^\\s/@]*@");
    private static final Pattern HOST = Pattern.compile("https?://(?:[^\\s/@]*@)?([^\\s/?#]+).*");

    /** Where a value comes from. */
    public enum Origin {
        /** The program's own. */
        DEFAULT,
        /** Somebody set it. */
        SET,
        /** Nobody set it, and it has no default or none that counts here. */
        NOT_SET
    }

    static SettingInForce of(String key, @Nullable String value, Origin origin, String where) {
        return new SettingInForce(key, value == null || value.isEmpty() ? null : shown(key, value), origin, where);
    }

    /** Its value is the path of a file whose content nobody sees. */
    public boolean secretFile() {
        return SECRET_FILE.matcher(key).matches();
    }

    /** What of an address is not a secret: webhooks often carry their key in the path. */
    private static String shown(String key, String value) {
        if (SECRET_ADDRESS.matcher(key).matches()) {
            return Arrays.stream(value.split("[\\s,]+"))
                    .filter(one -> !one.isEmpty())
                    .map(one -> HOST.matcher(one).replaceFirst("$1"))
                    .collect(Collectors.joining(", "));
        }
        return USER_INFO.matcher(value).replaceAll("$1");
    }
}
