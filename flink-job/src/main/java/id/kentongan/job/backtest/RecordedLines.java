package id.kentongan.job.backtest;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of {@code alerts.json}, gzipped or not, and how much of the file they are. */
final class RecordedLines implements Closeable {
    private final Counted counted;
    private final InputStream in;
    private final long size;
    private byte[] line = new byte[8192];

    RecordedLines(Path file) throws IOException {
        size = Math.max(1, Files.size(file));
        counted = new Counted(Files.newInputStream(file));
        boolean zipped = file.getFileName().toString().endsWith(".gz");
        in = new BufferedInputStream(zipped ? new GZIPInputStream(counted, 1 << 16) : counted, 1 << 16);
    }

    /** Null at the end. */
    byte @Nullable [] next() throws IOException {
        int length = 0;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (length == line.length) {
                line = java.util.Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) read;
            read = in.read();
        }
        return java.util.Arrays.copyOf(line, length);
    }

    /** Part of the file that was read, 0 to 1. */
    double progress() {
        return Math.min(1, (double) counted.read / size);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class Counted extends java.io.FilterInputStream {
        private long read;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int more = super.read(to, offset, length);
            read += Math.max(0, more);
            return more;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            read += one < 0 ? 0 : 1;
            return one;
        }
    }
}
