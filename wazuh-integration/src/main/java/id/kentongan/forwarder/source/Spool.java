package id.kentongan.forwarder.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Drains what the hook appends. The hook opens, writes one line and closes, so a spool that has grown is renamed (the
 * hook then starts a new one), read to its end, and deleted once all of it is acknowledged and nothing has come for
 * {@link #QUIET}.
 *
 * <pre>
 *   alerts.spool --read, acknowledged, over 1 MiB--> alerts.spool.draining --quiet for 5 s--> deleted
 * </pre>
 */
public final class Spool implements Source {
    private static final long ROTATE_BYTES = 1 << 20;
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Path spool;
    private final Path draining;
    private final Clock clock;
    private @Nullable Position last;
    private @Nullable LiveFile file;
    private boolean fileIsDraining;
    private long acknowledgedUpTo;
    private Instant lastGrowth;
    private volatile long readBytes;
    private volatile long totalBytes;

    /** Opens the spool behind {@code last}, or at its beginning. */
    public Spool(Path spool, @Nullable Position last, Clock clock) {
        this.spool = spool;
        this.draining = spool.resolveSibling(spool.getFileName() + ".draining");
        this.last = last;
        this.clock = clock;
        this.lastGrowth = clock.instant();
    }

    @Override
    public @Nullable Line next() throws IOException {
        LiveFile current = file == null ? open() : file;
        if (current == null) {
            return null;
        }
        Line line = current.next();
        if (line == null && fileIsDraining && quiet()) {
            line = current.rest(); // the hook ran into its limit in the middle of a line
        }
        long size = current.size();
        if (line != null || size != totalBytes) {
            lastGrowth = clock.instant();
        }
        readBytes = current.readUpTo();
        totalBytes = size;
        if (line == null && current.truncated()) {
            leave(current);
        } else if (line == null && current.linesUpTo() <= acknowledgedUpTo) {
            letGo(current, current.readUpTo() > current.linesUpTo());
        }
        return line;
    }

    private @Nullable LiveFile open() throws IOException {
        fileIsDraining = Files.exists(draining);
        LiveFile opened = LiveFile.open(fileIsDraining ? draining : spool, last, clock.instant());
        file = opened;
        acknowledgedUpTo = opened == null ? 0 : opened.readUpTo();
        lastGrowth = clock.instant();
        return opened;
    }

    private void letGo(LiveFile current, boolean halfLine) throws IOException {
        if (!fileIsDraining && current.size() >= ROTATE_BYTES && (!halfLine || quiet())) {
            Files.move(spool, draining, StandardCopyOption.ATOMIC_MOVE);
            fileIsDraining = true;
            lastGrowth = clock.instant();
        } else if (fileIsDraining && quiet() && !halfLine) {
            Files.delete(draining);
            leave(current);
        }
    }

    private boolean quiet() {
        return clock.instant().isAfter(lastGrowth.plus(QUIET));
    }

    private void leave(LiveFile current) throws IOException {
        current.close();
        file = null;
        last = null;
    }

    /** An absent spool is an empty one, as long as its directory is there. */
    @Override
    public boolean listening() {
        Path directory = spool.toAbsolutePath().getParent();
        return file != null || (directory != null && Files.isDirectory(directory));
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void acknowledged(Position position) {
        LiveFile current = file;
        if (current != null && position.file().equals(current.file())) {
            acknowledgedUpTo = Math.max(acknowledgedUpTo, position.next());
        }
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
        if (file != null) {
            file.close();
        }
    }
}
