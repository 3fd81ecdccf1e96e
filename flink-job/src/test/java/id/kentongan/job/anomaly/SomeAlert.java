package id.kentongan.job.anomaly;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.time.Instant;

/** Alerts of agent {@code m/004}, of which only what is told here matters to a test. */
final class SomeAlert {
    private SomeAlert() {}

    static Alert plain(Instant time, int number) {
        return read(time, number, "004", "1002", "");
    }

    static Alert login(Instant time, String user, int number) {
        return read(time, number, "004", "5715", ",\"data\":{\"dstuser\":\"" + user + "\"}");
    }

    static Alert ids(Instant time, String what, int number) {
        return read(time, number, "004", "86601", ",\"data\":{\"alert\":{\"signature\":\"" + what + "\"}}");
    }

    static Alert from(Instant time, String address, int number) {
        return read(time, number, "004", "1002", ",\"data\":{\"srcip\":\"" + address + "\"}");
    }

    static Alert failed(Instant time, String address, int number) {
        return read(time, number, "004", "5716", ",\"data\":{\"srcip\":\"" + address + "\"}");
    }

    static Alert read(Instant time, int number, String agent, String rule, String more) {
        String zoned = time.toString().replace("Z", "+0000");
        return WazuhAlerts.read("""
                {"timestamp":"%s","id":"1.%d","rule":{"id":"%s","description":"d"},"manager":{"name":"m"},\
                "agent":{"id":"%s"}%s}""".formatted(zoned, number, rule, agent, more).getBytes(UTF_8));
    }
}
