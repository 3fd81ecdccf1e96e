package id.kentongan.forwarder.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One open file that another program appends to. It is known by device, inode and the hash of its first line, because
 * inode numbers are used again soon after a file is deleted.
 */
final class LiveFile implements Closeable {
    private static final DateTimeFormatter OPENED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HEAD = 4096;

    private final FileChannel channel;
    private final String inode;
    private final String file;
    private final LineReader reader;
    private String head;

    private LiveFile(FileChannel channel, String inode, String head, String file, long offset) throws IOException {
        this.channel = channel;
        this.inode = inode;
        this.head = head;
        this.file = file;
        channel.position(offset);
        this.reader = new LineReader(Channels.newInputStream(channel), offset);
    }

    /**
     * Opens the file: where {@code last} points into this very file, behind it, otherwise at its beginning.
     *
     * @return null when there is no such file
     */
    static @Nullable LiveFile open(Path path, @Nullable Position last, Instant now) throws IOException {
        String inode = inode(path);
        if (inode == null) {
            return null;
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        if (!inode.equals(inode(path))) {
            channel.close(); // swapped between the two looks; the next try gets it
            return null;
        }
        String head = head(channel);
        if (last != null && last.mark().equals(mark(inode, head)) && channel.size() >= last.next()) {
            return new LiveFile(channel, inode, head, last.file(), last.next());
        }
        return new LiveFile(channel, inode, head, OPENED.format(now) + "-" + inode, 0);
    }

    /** Device and inode of what lies at the path now, or null when nothing does. */
    static @Nullable String inode(Path path) throws IOException {
        if (!Files.exists(path)) {
            return null;
        }
        try {
            return Files.getAttribute(path, "unix:dev") + ":" + Files.getAttribute(path, "unix:ino");
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    String inode() {
        return inode;
    }

    /** Identity for readers of the topic. */
    String file() {
        return file;
    }

    @Nullable
    Line next() throws IOException {
        LineReader.Cut cut = reader.next();
        return cut == null ? null : line(cut);
    }

    /** The half line at the end of a file that nobody appends to any more. */
    @Nullable
    Line rest() throws IOException {
        LineReader.Cut cut = reader.rest();
        return cut == null ? null : line(cut);
    }

    /** True when somebody has cut off what was already read. A line without an end counts as if it had one. */
    boolean truncated() throws IOException {
        return channel.size() < reader.readUpTo() - 1;
    }

    long size() throws IOException {
        return channel.size();
    }

    long readUpTo() {
        return reader.readUpTo();
    }

    long linesUpTo() {
        return reader.linesUpTo();
    }

    private Line line(LineReader.Cut cut) throws IOException {
        if (head.isEmpty()) {
            head = head(channel);
        }
        return cut.in(file, mark(inode, head));
    }

    private static String mark(String inode, String head) {
        return inode + ":" + head;
    }

    /** Hash of the first line, or of its first {@value #HEAD} bytes; empty while it is not whole. */
    private static String head(FileChannel channel) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(HEAD);
        long at = 0;
        for (int read = channel.read(first, at); read > 0 && first.hasRemaining(); read = channel.read(first, at)) {
            at += read;
        }
        byte[] bytes = Arrays.copyOf(first.array(), first.position());
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length && end < HEAD) {
            return "";
        }
        byte[] hash = LineReader.sha256().digest(Arrays.copyOf(bytes, end));
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
