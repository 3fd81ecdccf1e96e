package id.kentongan.job.intake;

import java.util.Objects;

/** Alerts for the tests of other packages, read the way the job reads them. */
public final class WazuhAlerts {
    private WazuhAlerts() {}

    public static Alert read(byte[] line) {
        Intake.Reading reading = new Intake().read(line, "0/0");
        return Objects.requireNonNull(reading.alert(), () -> "refused: " + reading.reason());
    }
}
