package id.kentongan.job.intake;

import static java.util.Objects.requireNonNull;

/**
 * "All of mine up to this moment are sent."
 *
 * @param upTo epoch milliseconds
 * @param end the source is finite and sends nothing more
 */
public record Heartbeat(String source, long upTo, boolean end) {
    public Heartbeat {
        requireNonNull(source, "source");
    }
}
