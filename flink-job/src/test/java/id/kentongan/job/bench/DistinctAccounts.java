package id.kentongan.job.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Intake;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Alerts made for one question: how many different values are in them. */
final class DistinctAccounts {
    private static final Intake INTAKE = new Intake();

    private DistinctAccounts() {}

    /** Of one address, 4 ms apart; accounts by turns. */
    static List<Alert> alerts(int number, int accounts) {
        return IntStream.range(0, number)
                .mapToObj(i -> alert(i, BenchAlerts.START.plusMillis(4L * i), "10.0.0.1", "u" + i % accounts))
                .toList();
    }

    /** All within five minutes; made one by one, because nobody else may hold them. */
    static Iterable<Alert> ofAddresses(int number, int addresses) {
        return () -> IntStream.range(0, number)
                .mapToObj(i -> alert(
                        i,
                        BenchAlerts.START.plusMillis(3L * i),
                        "10.%d.%d.%d"
                                .formatted(i % addresses >> 16 & 255, i % addresses >> 8 & 255, i % addresses & 255),
                        "u"))
                .iterator();
    }

    static Iterable<Alert> threeHoursLater() {
        return List.of(alert(1, BenchAlerts.START.plusSeconds(3 * 3_600), "10.0.0.1", "u"));
    }

    private static Alert alert(int number, Instant time, String address, String user) {
        String json = """
                {"timestamp":"%s","id":"%d.%d","rule":{"id":"%s","level":5,"description":"d"},"manager":{"name":"m"},\
                "agent":{"id":"001"},"data":{"srcip":"%s","dstuser":"%s"},"full_log":"%s"}""".formatted(
                        time.toString().replace("Z", "+0000"),
                        time.getEpochSecond(),
                        number,
                        BenchRules.id(0),
                        address,
                        user,
                        "Failed password ".repeat(40));
        return Objects.requireNonNull(
                INTAKE.read(json.getBytes(UTF_8), "0/" + number).alert());
    }
}
