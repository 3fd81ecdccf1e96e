package id.kentongan.forwarder.source;

import static java.util.Objects.requireNonNull;

/**
 * Where a line stands.
 *
 * @param file identity for readers of the topic; the same for a line that is sent again
 * @param mark what the source needs to find the file again after a restart
 * @param offset of the line's first byte; in a compressed file counted in its uncompressed bytes
 * @param next offset behind the line and its end
 */
public record Position(String file, String mark, long offset, long next) {
    public Position {
        requireNonNull(file, "file");
        requireNonNull(mark, "mark");
        if (offset < 0 || next < offset) {
            throw new IllegalArgumentException("expected 0 <= offset <= next, got " + offset + ", " + next);
        }
    }
}
