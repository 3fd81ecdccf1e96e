package id.kentongan.forwarder.source.findings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document.
 *
 * @param seqNo its number in the shard
 * @param version above 1: it was changed after it was written, such as by an analyst's case edit
 * @param source its very bytes
 * @param time its {@code @timestamp}, UTC; null where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Hit(
        long seqNo, long version, byte[] source, @Nullable Instant time) {
    Hit {
        requireNonNull(source, "source");
    }

    boolean edited() {
        return version > 1;
    }
}
