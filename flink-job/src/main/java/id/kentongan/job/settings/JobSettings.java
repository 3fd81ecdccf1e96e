package id.kentongan.job.settings;

import id.kentongan.job.anomaly.Detector;
import id.kentongan.job.anomaly.OfficeHours;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Casework;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the job is told from outside.
 *
 * @param kafkaBootstrap {@code host:port}, comma separated; must be given
 * @param topicPrefix before every topic name; separates time domains
 * @param checkpointDir where checkpoints lie; must be given
 * @param checkpointInterval between two checkpoints, 1 s to 1 h
 * @param parallelism 1 to 1024
 * @param restPort web UI on loopback when the job runs in a JVM of its own, 0 = any free port
 * @param metricsPort Prometheus text on loopback, 0 = off
 * @param stateBackend where the operators keep their state while they run
 * @param scopes sites whose incidents are told apart, as {@code name=beginning of node/agent id}, separated by blanks;
 *     empty = all agents are one
 * @param watch detectors of rhythm: keys {@code anomaly.shadow} (those that add nothing, separated by blanks; default all),
 *     {@code anomaly.forests} (agents with a Random Cut Forest, as {@code node/id}, separated by blanks, at most {@value
 *     Watch#MOST_FORESTS}; default none), {@code calendar.file} (as the desk's; default Monday to Friday) and {@code calendar.zone}
 * @param casesADay that anomalies may open in a scope, on the average of two weeks: key {@code anomaly.cases-a-day}
 * @param budgets of each rule on one subtask: keys {@code rule.matches-an-hour}, {@code rule.keys-an-hour} and {@code
 *     rule.cpu-percent}
 */
public record JobSettings(
        String kafkaBootstrap,
        String topicPrefix,
        String checkpointDir,
        Duration checkpointInterval,
        int parallelism,
        int restPort,
        int metricsPort,
        StateBackend stateBackend,
        String scopes,
        Watch watch,
        int casesADay,
        RuleBudgets budgets) {

    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "kafka.bootstrap",
            "topic.prefix",
            "checkpoint.dir",
            "checkpoint.interval",
            "parallelism",
            "rest.port",
            "metrics.port",
            "state.backend",
            "scopes",
            "anomaly.shadow",
            "anomaly.forests",
            "anomaly.cases-a-day",
            "calendar.file",
            "calendar.zone",
            "rule.matches-an-hour",
            "rule.keys-an-hour",
            "rule.cpu-percent"));

    /**
     * Reads a properties file.
     *
     * @throws IllegalArgumentException naming every fault and its mend
     */
    public static JobSettings read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return read(properties);
    }

    static JobSettings read(Properties properties) {
        Faults faults = new Faults(properties);
        properties.stringPropertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(key -> faults.add(key + " is unknown: remove it, or use one of " + KEYS));
        JobSettings settings = new JobSettings(
                faults.must("kafka.bootstrap", "give the broker's host:port"),
                properties.getProperty("topic.prefix", ""),
                faults.must("checkpoint.dir", "give a folder for checkpoints"),
                faults.interval(),
                faults.number("parallelism", 1, 1, 1024),
                faults.number("rest.port", 0, 0, 65535),
                faults.number("metrics.port", 0, 0, 65535),
                faults.backend(),
                faults.scopes(),
                faults.watch(),
                faults.number("anomaly.cases-a-day", Casework.CASES_A_DAY, 1, Casework.MOST_CASES_A_DAY),
                new RuleBudgets(
                        faults.number("rule.matches-an-hour", 20_000, 100, 10_000_000),
                        faults.number("rule.keys-an-hour", 2_000_000, 100_000, 100_000_000),
                        faults.number("rule.cpu-percent", 50, 1, 100)));
        faults.stopIfAny();
        return settings;
    }

    private static final class Faults {
        private final Properties properties;
        private final List<String> found = new ArrayList<>();

        Faults(Properties properties) {
            this.properties = properties;
        }

        void add(String fault) {
            found.add(fault);
        }

        String must(String key, String mend) {
            String value = properties.getProperty(key, "").strip();
            if (value.isEmpty()) {
                add(key + " is missing: " + mend);
            }
            return value;
        }

        int number(String key, int otherwise, int least, int greatest) {
            String value =
                    properties.getProperty(key, Integer.toString(otherwise)).strip();
            if (value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= greatest) {
                return Integer.parseInt(value);
            }
            add(key + "=" + value + " is no number from " + least + " to " + greatest);
            return otherwise;
        }

        StateBackend backend() {
            String value = properties.getProperty("state.backend", "heap").strip();
            for (StateBackend backend : StateBackend.values()) {
                if (backend.written().equals(value)) {
                    return backend;
                }
            }
            add("state.backend=" + value + " is neither heap nor rocksdb");
            return StateBackend.HEAP;
        }

        String scopes() {
            String value = properties.getProperty("scopes", "").strip();
            for (String scope : value.split("\\s+", -1)) {
                if (!value.isEmpty() && !scope.matches("[^=]+=.+")) {
                    add("scopes: " + scope + " is none, write name=beginning of node/agent id");
                }
            }
            return value;
        }

        Watch watch() {
            Set<Detector> shadow = Watch.IN_SHADOW.shadow();
            Set<String> forests = Set.of();
            OfficeHours office = OfficeHours.USUAL;
            try {
                String written = properties.getProperty("anomaly.shadow");
                shadow = written == null ? shadow : Detector.parse(written);
            } catch (IllegalArgumentException e) {
                add("anomaly.shadow: " + e.getMessage());
            }
            try {
                forests = Watch.agents(properties.getProperty("anomaly.forests", ""));
            } catch (IllegalArgumentException e) {
                add("anomaly.forests: " + e.getMessage());
            }
            String file = properties.getProperty("calendar.file", "").strip();
            String zone = properties.getProperty("calendar.zone", office.zone()).strip();
            try {
                ZoneId.of(zone);
                office = file.isEmpty() ? office.in(zone) : OfficeHours.read(Files.readString(Path.of(file)), zone);
            } catch (DateTimeException e) {
                add("calendar.zone=" + zone + " is no time zone, write one such as Asia/Jakarta");
            } catch (IOException e) {
                add("calendar.file=" + file + " cannot be read: give the path of a working calendar");
            } catch (IllegalArgumentException e) {
                add("calendar.file=" + file + ": " + e.getMessage());
            }
            return new Watch(office, shadow, forests);
        }

        Duration interval() {
            String value =
                    properties.getProperty("checkpoint.interval", "PT10S").strip();
            try {
                Duration interval = Duration.parse(value);
                if (interval.compareTo(Duration.ofSeconds(1)) >= 0 && interval.compareTo(Duration.ofHours(1)) <= 0) {
                    return interval;
                }
            } catch (DateTimeParseException e) {
                // told below, together with what is out of bounds
            }
            add("checkpoint.interval=" + value + " is no duration from PT1S to PT1H");
            return Duration.ofSeconds(10);
        }

        void stopIfAny() {
            if (!found.isEmpty()) {
                throw new IllegalArgumentException("settings: " + String.join("; ", found));
            }
        }
    }
}
