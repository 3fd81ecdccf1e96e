package id.kentongan.forwarder.settings;

import id.kentongan.forwarder.settings.SourceSettings.Kind;
import id.kentongan.forwarder.source.Start;
import id.kentongan.forwarder.source.findings.IndexerAccess;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads settings; gathers all faults and throws them once. */
public final class SettingsFile {
    static final Set<String> KEYS =
            Set.of("kafka.bootstrap", "topic.prefix", "state.dir", "metrics.port", "host", "read.bytes-per-second");
    private static final long USUAL_BYTES_PER_SECOND = 32L << 20;
    static final Set<String> OF_A_SOURCE = new TreeSet<>(Set.of("kind", "path", "start", "delay", "speed"));
    private static final Pattern SOURCE_KEY = Pattern.compile("source\\.([^.]+)\\.(" + String.join("|", OF_A_SOURCE)
            + "|" + String.join("|", IndexerSettings.KEYS) + ")");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9._-]{0,64}");
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final TreeMap<String, String> given = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private SettingsFile(Properties properties) {
        properties
                .stringPropertyNames()
                .forEach(key -> given.put(key, properties.getProperty(key).strip()));
    }

    /**
     * Reads the file.
     *
     * @throws BadSettingsException when anything in it is wrong
     */
    public static ForwarderSettings read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettingsException(List.of("cannot read " + file + " (" + e + "): give a properties file"));
        }
        return parse(properties);
    }

    /** As {@link #read(Path)}, of properties at hand. */
    public static ForwarderSettings parse(Properties properties) {
        SettingsFile file = new SettingsFile(properties);
        file.refuseUnknownKeys();
        String bootstrap = file.required("kafka.bootstrap", "such as 127.0.0.1:9092");
        ForwarderSettings settings = new ForwarderSettings(
                bootstrap,
                new SecurityKeys(file.given, file::fault).read(bootstrap),
                file.prefix(),
                Path.of(file.required("state.dir", "a directory that only the forwarder writes")),
                file.port(),
                file.given.getOrDefault("host", hostname()),
                file.bytesPerSecond(),
                file.sources());
        if (!file.faults.isEmpty()) {
            throw new BadSettingsException(file.faults);
        }
        return settings;
    }

    private void refuseUnknownKeys() {
        for (String key : given.keySet()) {
            if (!KEYS.contains(key)
                    && !SecurityKeys.KEYS.contains(key)
                    && !SOURCE_KEY.matcher(key).matches()) {
                fault(
                        key,
                        "is not a setting: remove it, or one of " + new TreeSet<>(KEYS) + ", "
                                + new TreeSet<>(SecurityKeys.KEYS)
                                + " or source.<name>." + String.join("|", OF_A_SOURCE) + ", of findings also "
                                + String.join("|", IndexerSettings.KEYS));
            }
        }
    }

    private String required(String key, String mend) {
        String value = given.getOrDefault(key, "");
        if (value.isEmpty()) {
            fault(key, "is missing: set it, " + mend);
        }
        return value;
    }

    private String prefix() {
        String value = given.getOrDefault("topic.prefix", "");
        if (!PREFIX.matcher(value).matches()) {
            fault("topic.prefix", "is not part of a topic name: use at most 64 letters, digits, dots, _ or -");
        }
        return value;
    }

    private int port() {
        String value = given.getOrDefault("metrics.port", "0");
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, with all numbers out of range
        }
        fault("metrics.port", "is not a port: give 1 to 65535, or 0 for none");
        return 0;
    }

    private long bytesPerSecond() {
        String value = given.get("read.bytes-per-second");
        if (value == null) {
            return USUAL_BYTES_PER_SECOND;
        }
        try {
            long bytes = Long.parseLong(value);
            if (bytes >= 0) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            // told below, with all numbers out of range
        }
        fault("read.bytes-per-second", "is not a number of bytes: give 1 or more, or 0 for no bound");
        return 0;
    }

    private static String hostname() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "-";
        }
    }

    private List<SourceSettings> sources() {
        Set<String> names = new TreeSet<>();
        for (String key : given.keySet()) {
            Matcher matcher = SOURCE_KEY.matcher(key);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        if (names.isEmpty()) {
            fault("source.<name>.kind", "no source is given: set source.<name>.kind and source.<name>.path");
        }
        List<SourceSettings> sources = new ArrayList<>();
        names.forEach(name -> sources.add(source(name)));
        return sources;
    }

    private SourceSettings source(String name) {
        String at = "source." + name + ".";
        if (!NAME.matcher(name).matches()) {
            fault(at + "kind", "the name of a source is letters, digits, _ or -, at most 64: rename it");
        }
        @Nullable Kind kind = kind(at + "kind");
        IndexerSettings indexer = new IndexerSettings(at, given, faults);
        if (kind == Kind.FINDINGS) {
            return findings(name, at, indexer);
        }
        indexer.refuseKeys();
        Path path = Path.of(required(at + "path", "the file or directory to read"));
        if (kind == Kind.RECORDED && given.containsKey(at + "delay")) {
            fault(at + "delay", "is only for live sources: remove it");
        }
        if (kind != null && kind != Kind.RECORDED && given.containsKey(at + "speed")) {
            fault(at + "speed", "is only for recorded sources: remove it");
        }
        Kind known = kind == null ? Kind.RECORDED : kind;
        return new SourceSettings(
                name, known, path, start(at + "start"), delay(at + "delay", known), speed(at + "speed"));
    }

    private SourceSettings findings(String name, String at, IndexerSettings indexer) {
        for (String key : List.of("path", "speed")) {
            if (given.containsKey(at + key)) {
                fault(at + key, "is not for findings: remove it");
            }
        }
        IndexerAccess access = indexer.read();
        return new SourceSettings(
                name,
                Kind.FINDINGS,
                Path.of(access.url().getHost() + ":" + access.url().getPort()),
                start(at + "start"),
                delay(at + "delay", Kind.FINDINGS),
                0,
                access);
    }

    private @Nullable Kind kind(String key) {
        String value = required(key, "spool, file, events, findings or recorded");
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(value)) {
                return kind;
            }
        }
        if (!value.isEmpty()) {
            fault(key, "is unknown: one of " + Arrays.toString(Kind.values()).toLowerCase(Locale.ROOT));
        }
        return null;
    }

    private Start start(String key) {
        Start start = Start.parse(given.getOrDefault(key, "today"));
        if (start == null) {
            fault(key, "is not a start: give beginning, today, end, or a date such as 2026-11-20");
            return Start.TODAY;
        }
        return start;
    }

    private Duration delay(String key, Kind kind) {
        String value = given.get(key);
        if (value == null) {
            return kind.usualDelay();
        }
        try {
            Duration delay = Duration.parse(value);
            if (!delay.isNegative() && delay.compareTo(LONGEST_DELAY) <= 0) {
                return delay;
            }
        } catch (DateTimeParseException e) {
            // told below, with all durations out of range
        }
        fault(key, "is not a delay: give PT0S to " + LONGEST_DELAY + ", such as PT2S");
        return kind.usualDelay();
    }

    private double speed(String key) {
        String value = given.getOrDefault(key, "0");
        try {
            double speed = Double.parseDouble(value);
            if (speed >= 0 && speed <= 1e9) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // told below, with all numbers out of range
        }
        fault(key, "is not a speed: give event seconds per wall second, 0 for as fast as possible");
        return 0;
    }

    private void fault(String key, String what) {
        faults.add(key + " (" + given.getOrDefault(key, "not set") + ") " + what);
    }
}
