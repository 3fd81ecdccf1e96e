package id.kentongan.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A Wazuh manager that writes so many alerts a second, as they happen: those of the scenario, and once a second, in the
 * midst of them, one that opens a case on an agent that nobody has heard of before. Machine, attacker and account are
 * its own (addresses for benchmarks, of which the scenario has none), so that no two attacks are one case.
 */
final class LivingAlerts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);
    private static final int BEHIND_TIMESTAMP = "{\"timestamp\":\"2026-11-02T00:00:00.000+0700".length();
    private static final String ATTACK = """
            {"timestamp":"%1$s","rule":{"level":10,"description":"sshd: brute force trying to get access to the system.",\
            "id":"5763","groups":["syslog","sshd","authentication_failures"]},"agent":{"id":"%2$d","name":"%3$s",\
            "ip":"198.19.%4$s"},"manager":{"name":"wazuh-1"},"id":"%5$d.1","full_log":"Failed password for %3$s from \
            198.18.%4$s port 40022 ssh2","data":{"srcip":"198.18.%4$s","dstuser":"%3$s"},"location":"/var/log/auth.log"}
            """;

    private final Path wazuh;
    private final Path recorded;
    private final Clock clock;
    private final Map<String, Instant> attacks = new ConcurrentHashMap<>();

    /** @param recorded alerts of the scenario, enough of them */
    LivingAlerts(Path wazuh, Path recorded, Clock clock) {
        this.wazuh = wazuh;
        this.recorded = recorded;
        this.clock = clock;
    }

    /** The file under both of its names, still empty. */
    void create() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        Path alerts = wazuh.resolve("logs/alerts");
        Path dated = alerts.resolve(
                today.format(DateTimeFormatter.ofPattern("yyyy/MMM/'ossec-alerts-'dd'.json'", Locale.ROOT)));
        Files.createDirectories(dated.getParent());
        Files.writeString(dated, "");
        Files.createLink(alerts.resolve("alerts.json"), dated);
    }

    void write(int perSecond, int seconds) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(recorded);
                FileChannel out =
                        FileChannel.open(wazuh.resolve("logs/alerts/alerts.json"), StandardOpenOption.APPEND)) {
            long start = System.nanoTime();
            for (int i = 0; i < perSecond * seconds; i++) {
                awaitNanoTime(start + i * (1_000_000_000L / perSecond));
                // Never at the same place of a second: what ticks once a second must not be met in step.
                boolean attacks = i % perSecond == 37 * (i / perSecond) % perSecond;
                append(attacks ? attack(i / perSecond) : stamped(lines.readLine()), out);
            }
        }
    }

    /** When each attack was appended, by the name of its agent. */
    Map<String, Instant> attacks() {
        return Map.copyOf(attacks);
    }

    private static void awaitNanoTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private String attack(int number) {
        String agent = "latency-" + number;
        Instant now = clock.instant();
        attacks.put(agent, now);
        String host = number / 250 + "." + (number % 250 + 1);
        return ATTACK.formatted(time(now), 5_000 + number, agent, host, now.toEpochMilli());
    }

    private String stamped(String line) {
        return "{\"timestamp\":\"" + time(clock.instant()) + line.substring(BEHIND_TIMESTAMP) + "\n";
    }

    private static String time(Instant now) {
        return OffsetDateTime.ofInstant(now, ZoneId.of("Asia/Jakarta")).format(TIME);
    }

    private static void append(String line, FileChannel out) throws IOException {
        out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }
}
