package id.kentongan.job.intake;

import static java.util.Objects.requireNonNull;

/**
 * Where a forwarder read a line.
 *
 * @param stream partition, source, epoch and file: within one stream offsets only grow
 * @param offset in bytes, from 0
 */
public record Origin(String stream, long offset) {
    public Origin {
        requireNonNull(stream, "stream");
    }
}
