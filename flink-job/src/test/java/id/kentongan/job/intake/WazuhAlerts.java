package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Objects;

/** Alerts for the tests of other packages, read the way the job reads them. */
public final class WazuhAlerts {
    private WazuhAlerts() {}

    public static Alert read(byte[] line) {
        return read(line, "0/0");
    }

    /** As it lies at {@code partition/offset} of topic alerts. */
    public static Alert read(byte[] line, String position) {
        Intake.Reading reading = new Intake().read(line, position);
        return Objects.requireNonNull(reading.alert(), () -> "refused: " + reading.reason());
    }

    /** One of agent {@code m/001}, of which only what is told here matters to a test. */
    public static Alert plain(Instant time, String id, String rule) {
        return read(
                """
                {"timestamp":"%s","id":"%s","rule":{"id":"%s","level":3,"description":"d"},"manager":{"name":"m"},\
                "agent":{"id":"001"}}""".formatted(time.toString().replace("Z", "+0000"), id, rule).getBytes(UTF_8));
    }

    /** The same, but for these. */
    public static Alert but(Alert alert, Instant time, String agentId, String sha256) {
        return new Alert(
                time,
                alert.node(),
                alert.id(),
                alert.ruleId(),
                alert.level(),
                alert.description(),
                alert.action(),
                agentId,
                alert.agentName(),
                alert.agentIp(),
                alert.sourceIp(),
                alert.user(),
                alert.url(),
                alert.status(),
                alert.method(),
                alert.filePath(),
                alert.process(),
                alert.techniques(),
                alert.groups(),
                alert.excerpt(),
                sha256,
                alert.position(),
                alert.generation(),
                alert.severity());
    }
}
