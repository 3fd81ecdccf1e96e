package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One source on topic {@code sources}: the directory of who sends alerts. The job itself learns a source from its
 * heartbeats, and its retirement from an END mark.
 *
 * @param host that the forwarder runs on
 * @param kind such as {@code file}, {@code spool}, {@code findings}
 * @param delayMillis how long after its event an alert may still reach the source
 * @param since when this entry was written, UTC
 * @param retired true: it sends nothing more and is not missed
 */
public record SourceRecord(String source, String host, String kind, long delayMillis, Instant since, boolean retired) {
    public SourceRecord {
        requireNonNull(source, "source");
        requireNonNull(host, "host");
        requireNonNull(kind, "kind");
        requireNonNull(since, "since");
    }
}
