package id.kentongan.job.intake;

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
}
