package id.kentongan.job.intake;

import static java.util.Objects.requireNonNull;

/**
 * A record that was not taken: why, from where, and its bytes as they came (goes to {@code alerts.rejected}).
 *
 * @param reason short lower-case code such as {@code not-json}
 * @param where topic position, and the source's own position where it said so
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: the bytes only travel to alerts.rejected
public record Refusal(String source, String reason, String where, byte[] bytes) {
    public Refusal {
        requireNonNull(source, "source");
        requireNonNull(reason, "reason");
        requireNonNull(where, "where");
        requireNonNull(bytes, "bytes");
    }
}
