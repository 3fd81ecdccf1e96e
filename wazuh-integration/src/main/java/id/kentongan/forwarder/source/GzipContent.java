package id.kentongan.forwarder.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A past day as Wazuh compressed it. Damage shows while reading, as EOFException or ZipException. */
final class GzipContent implements Content {
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private @Nullable InputStream open;

    GzipContent(Path path) {
        this.path = path;
    }

    @Override
    public InputStream from(long offset) throws IOException {
        close();
        InputStream in = stream();
        open = in;
        in.skipNBytes(offset);
        return in;
    }

    private InputStream stream() throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return new GZIPInputStream(file, CHUNK);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public byte[] first() throws IOException {
        byte[] first = new byte[Head.LONGEST];
        int length = 0;
        try (InputStream in = stream()) {
            int read = in.read(first);
            while (read > 0) {
                length += read;
                read = in.read(first, length, first.length - length);
            }
        } catch (EOFException | ZipException e) {
            return Arrays.copyOf(first, length); // what can be read of it
        }
        return Arrays.copyOf(first, length);
    }

    @Override
    public boolean reaches(long offset) throws IOException {
        try (InputStream in = stream()) {
            in.skipNBytes(offset);
            return true;
        } catch (EOFException e) {
            return false;
        } catch (ZipException e) {
            return true; // damaged: reading will tell
        }
    }

    @Override
    public boolean truncated() {
        return false;
    }

    @Override
    public long size() throws IOException {
        return size(path);
    }

    static long size(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            long compressed = channel.size();
            ByteBuffer trailer = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(trailer, Math.max(0, compressed - 4));
            return Math.max(compressed, Integer.toUnsignedLong(trailer.getInt(0)));
        }
    }

    @Override
    public long lastLineEnd() throws IOException {
        return size();
    }

    @Override
    public boolean compressed() {
        return true;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
