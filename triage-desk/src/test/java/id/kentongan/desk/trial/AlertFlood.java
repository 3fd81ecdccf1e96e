package id.kentongan.desk.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts on their way into the desk's own copy.
 *
 * @param alertsASecond that it copied at most
 * @param databaseMillis CPU of the desk's database connections for a thousand alerts
 */
public record AlertFlood(double alertsASecond, double databaseMillis) {
    private static final int BURST = 60_000;

    /** The desk's copy of the alerts: how fast at most, and what it costs the desk and the database. */
    public static AlertFlood burst(TrialHouse house, String desk) throws SQLException {
        long before = house.count(desk, "recent_alert");
        long cpu = databaseTicks(house, desk);
        long start = System.nanoTime();
        for (int i = 0; i < BURST / 10_000; i++) {
            send(house, desk, 10_000);
        }
        Deadline.within(Duration.ofMinutes(5))
                .until("the logbook", () -> house.count(desk, "recent_alert") >= before + BURST);
        double seconds = (System.nanoTime() - start) / 1e9;
        double database = (databaseTicks(house, desk) - cpu) / 100.0;
        return new AlertFlood(BURST / seconds, database * 1000 / (BURST / 1000.0));
    }

    /** That many alerts of now, of five hundred machines. */
    public static void send(TrialHouse house, String desk, int alerts) {
        String now = Instant.now().toString();
        List<byte[]> batch = IntStream.range(0, alerts)
                .mapToObj(i -> new JsonMapper()
                        .writeValueAsBytes(Map.of(
                                "timestamp", now,
                                "manager", Map.of("name", "wazuh-1"),
                                "agent", Map.of("id", String.format("%03d", i % 500), "name", "mesin-" + i % 500),
                                "rule", Map.of("id", "5760", "level", 5, "description", "sshd: authentication failed."),
                                "data", Map.of("srcip", "203.0.113." + i % 250, "dstuser", "user" + i % 90),
                                "full_log", "Nov 2 08:14:31 sshd[1]: Failed password for user " + "x".repeat(200))))
                .toList();
        house.broker.sendAll(desk + ".alerts", "wazuh-1/004", batch);
    }

    /** CPU of the desk's connections, in hundredths of a second. */
    private static long databaseTicks(TrialHouse house, String desk) throws SQLException {
        long ticks = 0;
        try (Connection connection = house.postgres.asOwner();
                var statement = connection.createStatement();
                var pids = statement.executeQuery("select pid from pg_stat_activity where datname = '" + desk + "'")) {
            while (pids.next()) {
                String stat = Files.readString(Path.of("/proc", pids.getString(1), "stat"));
                String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                ticks += Long.parseLong(words[11]) + Long.parseLong(words[12]);
            }
        } catch (IOException gone) {
            return ticks;
        }
        return ticks;
    }
}
