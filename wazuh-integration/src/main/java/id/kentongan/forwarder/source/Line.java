package id.kentongan.forwarder.source;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One line of a source, without its line end. Not compared, only handed on.
 *
 * @param bytes the line; of one longer than {@value #LONGEST} bytes only the first {@value #KEPT}
 * @param length bytes of the whole line
 * @param sha256 of the whole line where it was cut, lower-case hex; otherwise null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Line(
        Position position,
        byte[] bytes,
        long length,
        @Nullable String sha256) implements Reading {
    public static final int LONGEST = 900 * 1024;
    public static final int KEPT = 64 * 1024;

    public Line {
        requireNonNull(position, "position");
        requireNonNull(bytes, "bytes");
    }

    public boolean overLong() {
        return sha256 != null;
    }
}
