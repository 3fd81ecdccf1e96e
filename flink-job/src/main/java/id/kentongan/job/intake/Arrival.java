package id.kentongan.job.intake;

import org.jspecify.annotations.Nullable;

/**
 * What one record of topic {@code alerts} turned out to be: exactly one of alert, refusal, heartbeat.
 *
 * @param origin where the forwarder read it, to tell re-sent records; null where the record does not say
 * @param heartbeat what its source says of time
 */
public record Arrival(
        @Nullable Alert alert,
        @Nullable Refusal refusal,
        @Nullable Heartbeat heartbeat,
        @Nullable Origin origin) {

    public Arrival {
        int parts = (alert == null ? 0 : 1) + (refusal == null ? 0 : 1) + (heartbeat == null ? 0 : 1);
        if (parts != 1) {
            throw new IllegalArgumentException("expected one of alert, refusal, heartbeat, but got " + parts);
        }
    }

    static Arrival of(Alert alert, @Nullable Origin origin) {
        return new Arrival(alert, null, null, origin);
    }

    static Arrival of(Refusal refusal, @Nullable Origin origin) {
        return new Arrival(null, refusal, null, origin);
    }

    static Arrival of(Heartbeat heartbeat) {
        return new Arrival(null, null, heartbeat, null);
    }
}
