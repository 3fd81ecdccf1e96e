package id.kentongan.desk.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the written keys into {@link DeskSettings} and gathers all faults on the way. Used once. */
final class WrittenSettings {
    private static final Set<String> KEYS = Set.of(
            "database-url",
            "database-user",
            "database-password-file",
            "kafka-bootstrap",
            "topic-prefix",
            "first-login-file",
            "time-zone",
            "calendar-file",
            "office-file",
            "small-team",
            "second-factor-required",
            "largest-upload-mib",
            "webhooks",
            "mail-host",
            "mail-port",
            "mail-from",
            "mail-user",
            "mail-password-file",
            "public-address",
            "demo");
    private static final Pattern BOOTSTRAP = Pattern.compile("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+(/\\S*)?");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern TOPIC_PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,100}");

    private final Map<String, String> written;
    private final List<String> faults = new ArrayList<>();

    private WrittenSettings(Map<String, String> written) {
        this.written = new TreeMap<>(written);
    }

    /**
     * Reads all keys.
     *
     * @param written value by key, keys without the prefix
     * @throws SettingsRefused with every fault
     */
    static DeskSettings read(Map<String, String> written) {
        return new WrittenSettings(written).read();
    }

    private DeskSettings read() {
        written.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(this::unknown);
        String url = text("database-url", null, this::databaseUrl);
        String user = text("database-user", null, Function.identity());
        Path password = text("database-password-file", null, this::passwordFile);
        String bootstrap = text("kafka-bootstrap", null, value -> matching(BOOTSTRAP, value, "host:port[,host:port]"));
        String prefix =
                text("topic-prefix", "", value -> matching(TOPIC_PREFIX, value, "letters, digits, dots, - and _"));
        Path firstLogin = optionalFile("first-login-file");
        Path calendar = optionalFile("calendar-file");
        Path office = optionalFile("office-file");
        ZoneId zone = text("time-zone", "Asia/Jakarta", WrittenSettings::zone);
        Boolean smallTeam = text("small-team", "false", WrittenSettings::yesOrNo);
        Boolean secondFactor = text("second-factor-required", "false", WrittenSettings::yesOrNo);
        Long largestUpload = text("largest-upload-mib", "20", WrittenSettings::mebibytes);
        List<String> webhooks = text("webhooks", "", WrittenSettings::addresses);
        MailSettings mail = mail();
        String address = text("public-address", "", WrittenSettings::address);
        Boolean demo = text("demo", "false", WrittenSettings::yesOrNo);
        if (!faults.isEmpty()
                || url == null
                || user == null
                || password == null
                || bootstrap == null
                || prefix == null
                || zone == null
                || smallTeam == null
                || secondFactor == null
                || largestUpload == null
                || webhooks == null
                || address == null
                || demo == null) {
            throw new SettingsRefused(faults);
        }
        return new DeskSettings(
                url,
                user,
                password,
                bootstrap,
                prefix,
                firstLogin,
                zone,
                calendar,
                office,
                smallTeam,
                secondFactor,
                largestUpload,
                webhooks,
                mail,
                address,
                demo);
    }

    private @Nullable MailSettings mail() {
        if (!written.containsKey("mail-host")) {
            return null;
        }
        String host = text("mail-host", null, Function.identity());
        Integer port = text("mail-port", "25", WrittenSettings::port);
        String from = text("mail-from", null, value -> matching(MAIL, value, "name@domain"));
        String user = written.containsKey("mail-user") ? text("mail-user", null, Function.identity()) : null;
        Path password = user == null ? null : text("mail-password-file", null, this::passwordFile);
        return host == null || port == null || from == null ? null : new MailSettings(host, port, from, user, password);
    }

    private static List<String> addresses(String value) {
        return Arrays.stream(value.split("[\\s,]+"))
                .filter(one -> !one.isEmpty())
                .map(WrittenSettings::address)
                .toList();
    }

    private static String address(String value) {
        return value.isEmpty() ? value : matching(ADDRESS, value, "http://host/path or https://host/path");
    }

    private static Integer port(String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("is no port. Write a number such as 25");
        }
        return Integer.valueOf(value);
    }

    private @Nullable Path optionalFile(String key) {
        return written.containsKey(key) ? text(key, null, this::path) : null;
    }

    private void unknown(String key) {
        faults.add(DeskSettings.PREFIX + key + " is not a setting. Known: "
                + String.join(", ", new java.util.TreeSet<>(KEYS)));
    }

    private <T> @Nullable T text(String key, @Nullable String byDefault, Function<String, T> reading) {
        String value =
                written.getOrDefault(key, byDefault == null ? "" : byDefault).strip();
        if (value.isEmpty() && byDefault == null) {
            faults.add(DeskSettings.PREFIX + key + " is missing. Write it into the settings file");
            return null;
        }
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException fault) {
            faults.add(DeskSettings.PREFIX + key + " = " + value + ": " + fault.getMessage());
            return null;
        }
    }

    private String databaseUrl(String value) {
        if (!value.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("is not jdbc:postgresql://host:port/database");
        }
        if (value.contains("password=") || value.contains("user=") || value.contains("@")) {
            throw new IllegalArgumentException(
                    "holds a user or password. Put them into database-user and" + " database-password-file");
        }
        return value;
    }

    private Path passwordFile(String value) {
        Path file = path(value);
        try {
            if (Files.readString(file, StandardCharsets.UTF_8).isBlank()) {
                throw new IllegalArgumentException("the file is empty. Write the password into its first line");
            }
            return file;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot be read. Create it, readable for the desk alone", unreadable);
        }
    }

    private Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException fault) {
            throw new IllegalArgumentException("is not a path", fault);
        }
    }

    private static String matching(Pattern form, String value, String wanted) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("is not of the form " + wanted);
        }
        return value;
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException("is not a time zone. Write one such as Asia/Jakarta", fault);
        }
    }

    private static Long mebibytes(String value) {
        if (!value.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("is no number of MiB from 1 to 999");
        }
        return Long.parseLong(value) * 1024 * 1024;
    }

    private static Boolean yesOrNo(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }
}
