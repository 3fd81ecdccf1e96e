package id.kentongan.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code ./kentongan bench latency}: from the append of an alert to Wazuh's file to the row of its case on the desk, with
 * all parts as {@code up} starts them. Writes {@code docs/bench/latency.md}. No part of the tests.
 */
@EnabledIfSystemProperty(named = "latency.seconds", matches = "\\d+", disabledReason = "a bench, no test")
class LatencyBenchIT {
    private static final int PER_SECOND = 1_000;
    private static final int WARM_UP_SECONDS = 30;
    /** The follower's delivery delay: so long time waits for lines that are out of order. */
    private static final Duration BOUND = Duration.ofSeconds(2);

    private static final Duration AIM = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Path ROOT = Path.of(System.getProperty("kentongan.root"));
    private static final Path DATA = ROOT.resolve("all-in-one/end-to-end/target/instances/latency");

    private final Clock clock = Clock.systemUTC();

    @Test
    void measuresAndTells() throws Exception {
        int seconds = Integer.getInteger("latency.seconds") + WARM_UP_SECONDS;
        Fresh.folder(DATA);
        LivingAlerts alerts = new LivingAlerts(DATA.resolve("wazuh"), scenario(seconds), clock);
        alerts.create();
        Map<String, Instant> rows;
        try (RunningInstance instance =
                RunningInstance.up(DATA, "--wazuh", DATA.resolve("wazuh").toString())) {
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(alerts, seconds));
            rows = rows(instance, seconds, written);
        }
        List<Long> millis = millis(alerts.attacks(), rows);
        String page = page(millis);
        System.getLogger("bench").log(System.Logger.Level.INFO, "\n" + page);
        assertThat(millis).hasSize(seconds - WARM_UP_SECONDS);
        Files.writeString(ROOT.resolve("docs/bench/latency.md"), page);
    }

    private static void write(LivingAlerts alerts, int seconds) {
        try {
            alerts.write(PER_SECOND, seconds);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the alerts cannot be written", e);
        }
    }

    private static Path scenario(int seconds) throws Exception {
        Path target = ROOT.resolve("all-in-one/scenario/target");
        String classes = target.resolve("scenario-0.1.0-SNAPSHOT.jar") + ":" + target.resolve("lib") + "/*";
        Process scenario = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        classes,
                        "id.kentongan.scenario.Scenario",
                        "--out",
                        DATA.resolve("scenario").toString(),
                        "--agents",
                        "200",
                        "--rate",
                        Integer.toString(seconds * PER_SECOND * 5 / 4))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(scenario.waitFor()).isZero();
        return DATA.resolve("scenario/alerts.json");
    }

    /** When the desk first had a row of each agent's case. */
    private Map<String, Instant> rows(RunningInstance instance, int seconds, CompletableFuture<Void> written)
            throws Exception {
        Map<String, Instant> rows = new HashMap<>();
        String url = "jdbc:postgresql://127.0.0.1:" + instance.port("POSTGRES") + "/kentongan";
        Instant deadline = clock.instant().plusSeconds(seconds + 120L);
        try (Connection database = DriverManager.getConnection(url, "panel_reader", instance.panelPassword());
                Statement look = database.createStatement()) {
            while (rows.size() < seconds && clock.instant().isBefore(deadline)) {
                if (written.isCompletedExceptionally()) {
                    written.join();
                }
                gather(look, rows);
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
        return rows;
    }

    private void gather(Statement look, Map<String, Instant> rows) throws SQLException {
        try (ResultSet row = look.executeQuery("select agent from panel_cases where agent like 'latency-%'")) {
            Instant now = clock.instant();
            while (row.next()) {
                rows.putIfAbsent(row.getString(1), now);
            }
        }
    }

    private static List<Long> millis(Map<String, Instant> appended, Map<String, Instant> rows) {
        return appended.entrySet().stream()
                .filter(attack -> Integer.parseInt(attack.getKey().substring("latency-".length())) >= WARM_UP_SECONDS)
                .filter(attack -> rows.containsKey(attack.getKey()))
                .map(attack -> Duration.between(attack.getValue(), rows.get(attack.getKey()))
                        .toMillis())
                .sorted()
                .toList();
    }

    private String page(List<Long> millis) throws IOException {
        return String.format(
                Locale.ROOT,
                """
                # Latency: from Wazuh's file to the desk

                Written by `./kentongan bench latency`; do not edit. A manager writes %,d alerts a second, and once a second one \
                among them opens a case on a new agent; all parts run as `up` starts them, on one machine. A latency is from \
                the append of that line to the case's row in the desk's database, which is looked at every %d ms. Time waits \
                %d s for lines that are out of order; what goes beyond is ours. %d cases, after %d s of warming up.

                | what                     | ms     | wanted      |        |
                |--------------------------|--------|-------------|--------|
                | latency p50              | %6d |             |        |
                | latency p99              | %6d |             |        |
                | over the bound, p50      | %6d |             |        |
                | over the bound, p99      | %6d | under 2,000 | %-6s |
                | over the bound, greatest | %6d |             |        |

                %s, load average after %s.
                """,
                PER_SECOND,
                LOOK.toMillis(),
                BOUND.toSeconds(),
                millis.size(),
                WARM_UP_SECONDS,
                at(millis, 0.5),
                at(millis, 0.99),
                at(millis, 0.5) - BOUND.toMillis(),
                at(millis, 0.99) - BOUND.toMillis(),
                at(millis, 0.99) < BOUND.toMillis() + AIM.toMillis() ? "met" : "MISSED",
                at(millis, 1) - BOUND.toMillis(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ", commit "
                        + System.getProperty("latency.commit", "unknown") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores, Java "
                        + System.getProperty("java.vm.version"),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 4)[0]);
    }

    /** By nearest rank. */
    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
