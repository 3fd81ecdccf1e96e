package id.kentongan.job.intake;

import org.jspecify.annotations.Nullable;

/**
 * What one record of topic {@code alerts} turned out to be: one of alert, refusal, heartbeat, or none of them, the
 * marker in the place of a line that the forwarder refused.
 *
 * @param origin the forwarder's number; null where the record has none
 * @param partition of the topic
 * @param brokerTime when the broker took it, epoch milliseconds
 */
public record Arrival(
        @Nullable Alert alert,
        @Nullable Refusal refusal,
        @Nullable Heartbeat heartbeat,
        @Nullable Origin origin,
        int partition,
        long brokerTime) {

    public Arrival {
        int parts = (alert == null ? 0 : 1) + (refusal == null ? 0 : 1) + (heartbeat == null ? 0 : 1);
        if (parts > 1 || (parts == 0 && origin == null)) {
            throw new IllegalArgumentException("expected one of alert, refusal, heartbeat, marker, but got " + parts);
        }
    }
}
