package id.kentongan.forwarder.settings;

import id.kentongan.forwarder.source.findings.IndexerAccess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of a source of kind findings. Faults are added to those of the whole file. */
final class IndexerSettings {
    static final List<String> KEYS =
            List.of("url", "user", "password-file", "ca-file", "streams", "poll", "page-bytes", "nudge-port");

    private static final URI NOWHERE = URI.create("https://127.0.0.1:9200");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern STREAM = Pattern.compile("[a-z0-9.*][a-z0-9._*-]{0,200}");
    private static final Duration SHORTEST_POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_POLL = Duration.ofMinutes(1);

    private final String at;
    private final Map<String, String> given;
    private final List<String> faults;

    /** @param at what stands before each key, {@code source.<name>.} */
    IndexerSettings(String at, Map<String, String> given, List<String> faults) {
        this.at = at;
        this.given = given;
        this.faults = faults;
    }

    /** For a source of another kind. */
    void refuseKeys() {
        for (String key : KEYS) {
            if (given.containsKey(at + key)) {
                fault(key, "is only for findings: remove it, or set kind to findings");
            }
        }
    }

    /** What was given; where that is faulty, something that is never used. */
    IndexerAccess read() {
        String user = text("user");
        Path password = passwordFile(user);
        return new IndexerAccess(
                url(),
                password == null ? null : user,
                password,
                caFile(),
                streams(),
                poll(),
                number("page-bytes", 1 << 20, 4 << 10, 8 << 20),
                number("nudge-port", 0, 0, 65_535));
    }

    private URI url() {
        String value = text("url");
        if (value == null) {
            fault("url", "is missing: set it, such as https://indexer.example:9200");
            return NOWHERE;
        }
        try {
            URI url = URI.create(value);
            boolean plain = "http".equals(url.getScheme());
            boolean known = plain || "https".equals(url.getScheme());
            boolean bare = url.getUserInfo() == null
                    && url.getQuery() == null
                    && path(url).length() < 2;
            if (known && bare && url.getHost() != null && url.getPort() > 0) {
                if (plain && !LOOPBACK.contains(url.getHost())) {
                    fault("url", "would show the password to the network: use https, http is only for 127.0.0.1");
                }
                return url;
            }
        } catch (IllegalArgumentException e) {
            // told below, with all that is no such address
        }
        fault("url", "is not an indexer's address: give https://HOST:PORT and nothing behind it");
        return NOWHERE;
    }

    private static String path(URI url) {
        return url.getPath() == null ? "" : url.getPath();
    }

    private @Nullable Path passwordFile(@Nullable String user) {
        String value = text("password-file");
        if ((user == null) != (value == null)) {
            fault(user == null ? "user" : "password-file", "is missing: user and password-file go together");
        }
        if (value == null) {
            return null;
        }
        Path file = Path.of(value);
        String trouble = SecretFile.trouble(file);
        if (trouble != null) {
            fault("password-file", trouble);
        }
        return file;
    }

    private @Nullable Path caFile() {
        String value = text("ca-file");
        return value == null || !readable("ca-file", Path.of(value)) ? null : Path.of(value);
    }

    private boolean readable(String key, Path file) {
        boolean readable = Files.isRegularFile(file) && Files.isReadable(file);
        if (!readable) {
            fault(key, "is not a file that the forwarder can read: create it, or let its user read it");
        }
        return readable;
    }

    private List<String> streams() {
        List<String> streams = Arrays.stream(given.getOrDefault(at + "streams", "wazuh-findings-v5-*")
                        .split(",", -1))
                .map(String::strip)
                .toList();
        if (!streams.stream().allMatch(stream -> STREAM.matcher(stream).matches())) {
            fault("streams", "are not names of data streams: give them with commas, such as wazuh-findings-v5-*");
        }
        return streams;
    }

    private Duration poll() {
        String value = given.getOrDefault(at + "poll", "PT2S");
        try {
            Duration poll = Duration.parse(value);
            if (poll.compareTo(SHORTEST_POLL) >= 0 && poll.compareTo(LONGEST_POLL) <= 0) {
                return poll;
            }
        } catch (DateTimeParseException e) {
            // told below, with all durations out of range
        }
        fault("poll", "is not a time between two looks: give " + SHORTEST_POLL + " to " + LONGEST_POLL);
        return LONGEST_POLL;
    }

    private int number(String key, int usual, int least, int most) {
        String value = given.getOrDefault(at + key, Integer.toString(usual));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with all numbers out of range
        }
        fault(key, "is out of range: give " + least + " to " + most);
        return usual;
    }

    private @Nullable String text(String key) {
        String value = given.getOrDefault(at + key, "");
        return value.isEmpty() ? null : value;
    }

    private void fault(String key, String what) {
        faults.add(at + key + " (" + given.getOrDefault(at + key, "not set") + ") " + what);
    }
}
