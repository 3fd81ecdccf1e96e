package id.kentongan.forwarder.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file that another program appends to, and may cut short in place. A cut followed by new text is not seen by the
 * size alone: so with every read, the file's first bytes and the last ones before the place must still be those that
 * were read. What fails this is not handed out.
 */
final class PlainContent implements Content {
    private static final int TAIL = 256;

    private final FileChannel channel;
    private byte[] first = new byte[0];
    private byte[] tail = new byte[0];
    private long at;
    private boolean truncated;

    PlainContent(Path path) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    @Override
    public InputStream from(long offset) throws IOException {
        at = offset;
        truncated = false;
        first = bytes(0, (int) Math.min(Head.LONGEST, offset));
        tail = bytes(Math.max(0, offset - TAIL), (int) Math.min(TAIL, offset));
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException("expected reads of many bytes");
            }

            @Override
            public int read(byte[] into, int start, int length) throws IOException {
                return take(into, start, length);
            }
        };
    }

    private int take(byte[] into, int start, int length) throws IOException {
        int read = truncated ? -1 : channel.read(ByteBuffer.wrap(into, start, length), at);
        if (truncated || channel.size() < at || !unchanged()) {
            truncated = true;
            return -1;
        }
        if (read > 0) {
            remember(into, start, read);
            at += read;
        }
        return read;
    }

    private boolean unchanged() throws IOException {
        return Arrays.equals(first, bytes(0, first.length))
                && Arrays.equals(tail, bytes(at - tail.length, tail.length));
    }

    private void remember(byte[] read, int from, int length) {
        if (first.length < Head.LONGEST) {
            int wanted = Math.min(length, Head.LONGEST - first.length);
            first = joined(first, Arrays.copyOfRange(read, from, from + wanted));
        }
        byte[] last = Arrays.copyOfRange(read, from + Math.max(0, length - TAIL), from + length);
        byte[] both = last.length < TAIL ? joined(tail, last) : last;
        tail = both.length > TAIL ? Arrays.copyOfRange(both, both.length - TAIL, both.length) : both;
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private byte[] bytes(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) > 0) {
            // until all or the end
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Override
    public byte[] first() throws IOException {
        return bytes(0, Head.LONGEST);
    }

    /** A place at the very end needs no line end before it: a half line was delivered there, with the file finished. */
    @Override
    public boolean reaches(long offset) throws IOException {
        long size = channel.size();
        return offset == 0 || size == offset || (size > offset && bytes(offset - 1, 1)[0] == '\n');
    }

    @Override
    public boolean truncated() {
        return truncated;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public long lastLineEnd() throws IOException {
        int step = 1 << 16;
        for (long end = channel.size(); end > 0; end -= step) {
            long from = Math.max(0, end - step);
            byte[] part = bytes(from, (int) (end - from));
            for (int i = part.length - 1; i >= 0; i--) {
                if (part[i] == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    @Override
    public boolean compressed() {
        return false;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
