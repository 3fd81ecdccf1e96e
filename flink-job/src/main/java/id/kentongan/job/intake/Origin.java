package id.kentongan.job.intake;

import static java.util.Objects.requireNonNull;

/**
 * Which number a forwarder gave to a record. Within one stream (partition, source, epoch) numbers rise by one.
 *
 * @param epoch another one whenever the source was read anew
 * @param sequence of the record; of a heartbeat: of the last record before it, 0 where there was none
 */
public record Origin(int partition, String source, long epoch, long sequence) {
    public Origin {
        requireNonNull(source, "source");
    }

    String stream() {
        return partition + "|" + epoch + "|" + source;
    }
}
