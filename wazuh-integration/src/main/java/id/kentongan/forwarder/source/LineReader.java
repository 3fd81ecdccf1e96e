package id.kentongan.forwarder.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines; keeps a half line until the rest has come. Memory is bounded by the longest line. */
final class LineReader {
    /** A line without its place. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Cut(
            long offset,
            byte[] bytes,
            long length,
            boolean ended,
            @Nullable String sha256) {
        Line in(String file, String mark) {
            long next = offset + length + (ended ? 1 : 0);
            return new Line(new Position(file, mark, offset, next), bytes, length, sha256);
        }
    }

    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private int from;
    private int to;
    private ByteArrayOutputStream half = new ByteArrayOutputStream();
    private long halfLength;
    private @Nullable MessageDigest digest;
    private long offset;

    /** Reads {@code in}, whose next byte stands at {@code offset} of the file. */
    LineReader(InputStream in, long offset) {
        this.in = in;
        this.offset = offset;
    }

    /** The next whole line, or null at the end of what is there; more may come later. */
    @Nullable
    Cut next() throws IOException {
        while (true) {
            int end = LineEnd.in(chunk, from, to);
            if (end >= 0) {
                return halfLength == 0 ? whole(end) : joined(end);
            }
            gather(to);
            from = 0;
            to = Math.max(0, in.read(chunk));
            if (to == 0) {
                return null;
            }
        }
    }

    /** The usual case: a line that lies in the chunk as a whole, and so is shorter than the longest. */
    private Cut whole(int end) {
        Cut cut = new Cut(offset, Arrays.copyOfRange(chunk, from, end), end - from, true, null);
        offset += end - from + 1;
        from = end + 1;
        return cut;
    }

    private Cut joined(int end) {
        gather(end);
        from = end + 1;
        return cut(true);
    }

    /** The half line at the end, once nothing more will come; or null. */
    @Nullable
    Cut rest() {
        return halfLength == 0 ? null : cut(false);
    }

    /** Offset behind the last whole line. */
    long linesUpTo() {
        return offset;
    }

    /** Offset behind all that was read, half lines included. */
    long readUpTo() {
        return offset + halfLength + (to - from);
    }

    private void gather(int end) {
        int length = end - from;
        halfLength += length;
        if (digest == null && halfLength > Line.LONGEST) {
            digest = sha256();
            digest.update(half.toByteArray());
            byte[] head = Arrays.copyOf(half.toByteArray(), Line.KEPT);
            half = new ByteArrayOutputStream();
            half.writeBytes(head);
        }
        if (digest == null) {
            half.write(chunk, from, length);
        } else {
            digest.update(chunk, from, length);
        }
    }

    private Cut cut(boolean ended) {
        String hash = digest == null ? null : HexFormat.of().formatHex(digest.digest());
        Cut cut = new Cut(offset, half.toByteArray(), halfLength, ended, hash);
        offset += halfLength + (ended ? 1 : 0);
        if (digest == null) {
            half.reset();
        } else {
            half = new ByteArrayOutputStream();
            digest = null;
        }
        halfLength = 0;
        return cut;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
