package id.kentongan.forwarder.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finished files, read once in the order of their names: one file of any name, or those of a directory whose names hold
 * {@code alerts} and end in .json, .jsonl, either with .gz. Bytes are counted as they lie on disk.
 */
public final class Recorded implements Source {
    private static final Pattern ALERTS = Pattern.compile(".*alerts.*\\.jsonl?(\\.gz)?");

    private final List<Path> files;
    private final long totalBytes;
    private @Nullable Position resume;
    private int index;
    private @Nullable Counted disk;
    private @Nullable LineReader reader;
    private long finishedBytes;
    private volatile long readBytes;

    /** Opens the files behind {@code last}; fails when there is none. */
    public Recorded(Path path, @Nullable Position last) throws IOException {
        this.files = files(path);
        if (files.isEmpty()) {
            throw new IOException("no alerts*.json, .jsonl or .gz in " + path);
        }
        this.resume = last;
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        this.totalBytes = total;
        if (last != null) {
            skipTo(last);
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(file -> ALERTS.matcher(name(file)).matches() && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private void skipTo(Position last) throws IOException {
        while (index < files.size() && name(files.get(index)).compareTo(last.file()) < 0) {
            finishedBytes += Files.size(files.get(index));
            index++;
        }
        readBytes = finishedBytes;
    }

    @Override
    public @Nullable Line next() throws IOException {
        while (index < files.size()) {
            LineReader lines = reader == null ? open(files.get(index)) : reader;
            LineReader.Cut cut = lines.next();
            if (cut == null) {
                cut = lines.rest();
            }
            readBytes = finishedBytes + (disk == null ? 0 : disk.count);
            if (cut != null) {
                String name = name(files.get(index));
                return cut.in(name, name);
            }
            finish();
        }
        readBytes = totalBytes;
        return null;
    }

    private LineReader open(Path file) throws IOException {
        Counted counted = new Counted(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        disk = counted;
        InputStream in = name(file).endsWith(".gz") ? new GZIPInputStream(counted, 1 << 16) : counted;
        long offset = 0;
        if (resume != null && resume.file().equals(name(file))) {
            offset = resume.next();
            skip(in, offset);
        }
        resume = null;
        LineReader opened = new LineReader(in, offset);
        reader = opened;
        return opened;
    }

    private static void skip(InputStream in, long bytes) throws IOException {
        byte[] away = new byte[1 << 16];
        long left = bytes;
        while (left > 0) {
            int read = in.read(away, 0, (int) Math.min(away.length, left));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private void finish() throws IOException {
        close();
        finishedBytes += Files.size(files.get(index));
        index++;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public boolean listening() {
        return true;
    }

    @Override
    public boolean ended() {
        return index >= files.size();
    }

    @Override
    public long readBytes() {
        return readBytes;
    }

    @Override
    public long totalBytes() {
        return totalBytes;
    }

    @Override
    public void close() throws IOException {
        if (disk != null) {
            disk.close();
            disk = null;
            reader = null;
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
