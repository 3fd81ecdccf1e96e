package id.kentongan.desk.settings;

import id.kentongan.desk.casefile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms that values of settings have. Each throws an {@link IllegalArgumentException} that says the mend. */
final class Forms {
    static final Pattern BOOTSTRAP = Pattern.compile("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*");
    static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    static final Pattern TOPIC_PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,100}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+(/\\S*)?");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> PLACES = Set.of("agent", "query", "from", "to");

    private Forms() {}

    static List<String> addresses(String value) {
        return Arrays.stream(value.split("[\\s,]+"))
                .filter(one -> !one.isEmpty())
                .map(Forms::address)
                .toList();
    }

    static String address(String value) {
        return value.isEmpty() ? value : matching(ADDRESS, value, "http://host/path or https://host/path");
    }

    /** An address with places such as {@code {query}} in it. */
    static String template(String value) {
        address(value);
        PLACE.matcher(value).results().map(found -> found.group(1)).forEach(place -> {
            if (!PLACES.contains(place)) {
                throw new IllegalArgumentException(
                        "has no place {" + place + "}. Known: {agent}, {from}, {query}, {to}");
            }
        });
        return value;
    }

    static Integer port(String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("is no port. Write a number such as 25");
        }
        return Integer.valueOf(value);
    }

    static String databaseUrl(String value) {
        if (!value.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("is not jdbc:postgresql://host:port/database");
        }
        if (value.contains("password=") || value.contains("user=") || value.contains("@")) {
            throw new IllegalArgumentException(
                    "holds a user or password. Put them into database-user and" + " database-password-file");
        }
        return value;
    }

    static Path passwordFile(String value) {
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

    static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException fault) {
            throw new IllegalArgumentException("is not a path", fault);
        }
    }

    static String matching(Pattern form, String value, String wanted) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("is not of the form " + wanted);
        }
        return value;
    }

    static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException("is not a time zone. Write one such as Asia/Jakarta", fault);
        }
    }

    static Long mebibytes(String value) {
        if (!value.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("is no number of MiB from 1 to 999");
        }
        return Long.parseLong(value) * 1024 * 1024;
    }

    /** A span of the day, perhaps over midnight. */
    static List<LocalTime> hours(String value) {
        if (!value.matches("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new IllegalArgumentException("is not of the form 22:00-05:00");
        }
        return List.of(LocalTime.parse(value.substring(0, 5)), LocalTime.parse(value.substring(6)));
    }

    /** {@code group:role} joined by commas; groups may hold colons. */
    static Map<String, Role> roles(String value) {
        Map<String, Role> roles = new HashMap<>();
        for (String pair : List.of(value.split(",", -1))) {
            int colon = pair.lastIndexOf(':');
            String role = pair.substring(colon + 1).strip();
            Role found = Arrays.stream(Role.values())
                    .filter(one -> colon > 0 && one.name().equalsIgnoreCase(role))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "is not of the form group:role,group:role. Roles: " + Arrays.toString(Role.values())));
            roles.put(pair.substring(0, colon).strip(), found);
        }
        return roles;
    }

    /** Names joined by semicolons, which the names themselves may not hold; all that is wrong with them is said at once. */
    static List<String> names(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        int place = 0;
        for (String written : value.split(";", -1)) {
            place++;
            String name = written.strip();
            if (name.isEmpty()) {
                faults.add("name " + place + " is empty, take one ; away");
            } else if (name.chars().anyMatch(Character::isISOControl) || name.length() > 300) {
                faults.add("name " + place
                        + " is over 300 characters or not in one line, write it as on the asset's card");
            } else if (names.putIfAbsent(oneName(name), name) != null) {
                faults.add("name " + place + " (" + name + ") is there twice, take one away");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return List.copyOf(names.values());
    }

    /** The same for names that differ in capitals or spaces alone. */
    static String oneName(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    static Boolean standby(String value) {
        return switch (value) {
            case "jam-kerja" -> false;
            case "24x7" -> true;
            default -> throw new IllegalArgumentException("is neither jam-kerja nor 24x7");
        };
    }

    static Boolean yesOrNo(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    static Integer wholeNumber(String value, int most) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException("is no whole number from 0 to " + most);
        }
        return Integer.valueOf(value);
    }
}
