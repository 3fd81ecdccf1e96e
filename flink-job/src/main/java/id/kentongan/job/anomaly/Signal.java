package id.kentongan.job.anomaly;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.intake.Alert;

/**
 * What one alert means against the habits of its agent.
 *
 * @param bits how unusual, as -log2 of a probability; of a burst what it adds to what its window told before. 0 for
 *     {@code FIRST}, which only the scope can rate, and for {@code MORE}
 * @param told bits that bursts of the present window told so far, with this one
 * @param count alerts of the signature in the present window, this one included
 * @param untold alerts of the signature since its last signal, this one included
 * @param before greatest count of an earlier window
 * @param windows windows with an alert of the signature so far
 * @param excepted an exception or a window covers it: it is learnt and counted, and adds nothing
 */
public record Signal(
        SignalKind kind,
        String signature,
        double bits,
        double told,
        long count,
        long untold,
        double before,
        double windows,
        Alert alert,
        boolean excepted) {
    public Signal {
        requireNonNull(kind, "kind");
        requireNonNull(signature, "signature");
        requireNonNull(alert, "alert");
    }

    /** Covered by no exception, as far as is known. */
    public Signal(
            SignalKind kind,
            String signature,
            double bits,
            double told,
            long count,
            long untold,
            double before,
            double windows,
            Alert alert) {
        this(kind, signature, bits, told, count, untold, before, windows, alert, false);
    }

    public Signal excepting() {
        return new Signal(kind, signature, bits, told, count, untold, before, windows, alert, true);
    }

    public long time() {
        return alert.time().toEpochMilli();
    }

    public String agent() {
        return alert.agent();
    }
}
