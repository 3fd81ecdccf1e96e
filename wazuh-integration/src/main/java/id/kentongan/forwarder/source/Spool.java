package id.kentongan.forwarder.source;

import id.kentongan.contracts.GapReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Drains what the hook appends. The hook opens, writes one line and closes. A spool that has grown, or that the hook
 * could not write into, is renamed (the hook then starts a new one), read to its end, and emptied once all of it is
 * acknowledged and nothing has come for {@link #QUIET}. A hook that stands still for longer between open and write loses
 * its alert; nothing here can see that.
 *
 * <pre>
 *   alerts.spool --read, acknowledged; over 1 MiB or refused--> .draining --quiet, acknowledged--> .drained, 0 bytes
 *   alerts.spool.full (one byte for each alert that the hook refused) ---> .draining.full -------> told, deleted
 * </pre>
 *
 * <p>The empty .drained stays until the next one: so a new spool cannot get the inode number of the one before, and a
 * saved file that is nowhere was taken away by somebody else. Every step is one rename or delete, and opening goes on
 * behind any of them.
 */
public final class Spool implements Source {
    private static final long ROTATE_BYTES = 1 << 20;
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Path spool;
    private final Path draining;
    private final Path drained;
    private final Path full;
    private final Path drainingFull;
    private final Clock clock;
    private @Nullable Position last;
    private @Nullable OpenFile file;
    private @Nullable Missing untold;
    private boolean fileIsDraining;
    private long toldUpTo;
    private long acknowledgedUpTo;
    private Instant lastGrowth;
    private volatile long readBytes;
    private volatile long totalBytes;

    /** Opens the spool behind {@code last}, or at its beginning. */
    public Spool(Path spool, @Nullable Position last, Clock clock) {
        this.spool = spool;
        this.draining = beside(spool, ".draining");
        this.drained = beside(spool, ".drained");
        this.full = beside(spool, ".full");
        this.drainingFull = beside(spool, ".draining.full");
        this.last = last;
        this.clock = clock;
        this.lastGrowth = clock.instant();
    }

    private static Path beside(Path spool, String end) {
        return spool.resolveSibling(spool.getFileName() + end);
    }

    @Override
    public @Nullable Reading next() throws IOException {
        OpenFile current = file == null ? open() : file;
        if (current == null) {
            return null;
        }
        Missing missing = untold;
        untold = null;
        Reading reading = missing == null ? line(current) : missing;
        measure(current, reading);
        if (reading == null) {
            reading = current.truncated() ? readAnew(current) : atTheEnd(current);
        }
        if (reading != null) {
            toldUpTo = reading.position().next();
        }
        return reading;
    }

    /** An empty line is what the hook begins with after a write that failed: then it is no alert. */
    private @Nullable Line line(OpenFile current) throws IOException {
        Line line = current.next();
        while (line != null && line.length() == 0 && (Files.exists(full) || Files.exists(drainingFull))) {
            line = current.next();
        }
        return line;
    }

    private void measure(OpenFile current, @Nullable Reading reading) throws IOException {
        if (reading == null || current.readUpTo() > totalBytes) {
            long size = current.size();
            lastGrowth = size == totalBytes ? lastGrowth : clock.instant();
            totalBytes = size;
        }
        readBytes = current.readUpTo();
    }

    /** With the next spool, that the hook writes while one is drained. */
    @Override
    public void recount() throws IOException {
        if (file != null) {
            totalBytes = file.size() + (fileIsDraining && Files.exists(spool) ? Files.size(spool) : 0);
        }
    }

    private Missing readAnew(OpenFile current) throws IOException {
        acknowledgedUpTo = 0;
        Position anew = current.readAnew(current.identity());
        return new Missing(anew, GapReason.TRUNCATED, -1, null, spool.getFileName() + " was cut short");
    }

    private @Nullable OpenFile open() throws IOException {
        emptyTheDrained();
        OpenFile opened = OpenFile.open(draining, null);
        fileIsDraining = opened != null;
        opened = opened == null ? OpenFile.open(spool, null) : opened;
        if (opened == null) {
            return null;
        }
        Position saved = last;
        last = null;
        toldUpTo = 0;
        acknowledgedUpTo = 0;
        if (saved != null) {
            goOn(opened, saved);
        }
        lastGrowth = clock.instant();
        totalBytes = -1;
        file = opened;
        return opened;
    }

    private void goOn(OpenFile opened, Position saved) throws IOException {
        boolean same = opened.sameInode(saved) && opened.beginsAs(saved);
        long next = Math.min(saved.next(), opened.size()); // what was told of its end lies behind its end
        if (same && opened.reaches(next) && saved.next() <= opened.size() + 1) {
            opened.goOn(Identity.parse(saved.file()), next);
            toldUpTo = saved.next();
            acknowledgedUpTo = saved.next();
        } else if (opened.sameInode(saved)) {
            Position anew = opened.readAnew(Identity.parse(saved.file()));
            untold = new Missing(anew, GapReason.TRUNCATED, -1, null, spool.getFileName() + " was cut short");
        } else if (!emptied(saved)) {
            untold = new Missing(
                    opened.here(), GapReason.FILE_LOST, -1, null, spool.getFileName() + " was taken away unread");
        }
    }

    /** True when it was drained and nobody else touched it. */
    private boolean emptied(Position saved) throws IOException {
        try (OpenFile tomb = OpenFile.open(drained, null)) {
            return tomb != null && tomb.sameInode(saved);
        }
    }

    /** All whole lines are told. */
    private @Nullable Missing atTheEnd(OpenFile current) throws IOException {
        boolean halfLine = current.readUpTo() > current.linesUpTo();
        boolean acknowledged = acknowledgedUpTo >= current.linesUpTo();
        boolean moved = !current.inode().equals(Inode.of(fileIsDraining ? draining : spool));
        if (!fileIsDraining && !moved) {
            boolean refused = Files.exists(full);
            boolean whole = !halfLine || refused || quiet();
            if (acknowledged && whole && (refused || current.size() >= ROTATE_BYTES)) {
                rotate();
            }
            return null;
        }
        if (!quiet()) {
            return null;
        }
        Missing missing = whatTheHookRefused(current, halfLine);
        if (missing == null && moved) {
            close(); // somebody took it away; it is read to its end
        } else if (missing == null && acknowledgedUpTo >= toldUpTo) {
            letGo(current);
        }
        return missing;
    }

    private void rotate() throws IOException {
        Files.move(spool, draining, StandardCopyOption.ATOMIC_MOVE);
        fileIsDraining = true;
        lastGrowth = clock.instant();
        if (Files.exists(full)) {
            Files.move(full, drainingFull, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** First the half line at the end, then those that were refused whole, each at a place of its own. */
    private @Nullable Missing whatTheHookRefused(OpenFile current, boolean halfLine) throws IOException {
        long end = current.readUpTo();
        if (halfLine && toldUpTo < end) {
            Position cut = current.between(current.linesUpTo(), end);
            return new Missing(cut, GapReason.LINE_CUT, 1, null, spool.getFileName() + " ends in half a line");
        }
        if (toldUpTo > end || !Files.exists(drainingFull)) {
            return null;
        }
        long refused = Files.size(drainingFull);
        boolean oneByHalf = current.lastLineEnd() < end;
        long lines = refused == 0 ? -1 : refused - (oneByHalf ? 1 : 0);
        String detail = spool.getFileName() + " took no more at " + end + " bytes";
        return lines == 0
                ? null
                : new Missing(current.between(end, end + 1), GapReason.SPOOL_FULL, lines, null, detail);
    }

    private void letGo(OpenFile current) throws IOException {
        Files.deleteIfExists(drainingFull);
        Files.move(draining, drained, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        emptyTheDrained();
        current.close();
        file = null;
        fileIsDraining = false;
    }

    private void emptyTheDrained() throws IOException {
        if (Files.exists(drained) && Files.size(drained) > 0) {
            Files.write(drained, new byte[0], StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private boolean quiet() {
        return clock.instant().isAfter(lastGrowth.plus(QUIET));
    }

    /**
     * An absent spool is an empty one, as long as its directory is there. While one is drained, another may hold alerts
     * from before now.
     */
    @Override
    public boolean listening() {
        if (fileIsDraining && Files.exists(spool)) {
            return false;
        }
        Path directory = spool.toAbsolutePath().getParent();
        return file != null || (directory != null && Files.isDirectory(directory));
    }

    @Override
    public void acknowledged(Position position) {
        OpenFile current = file;
        if (current != null && position.file().equals(current.identity().text())) {
            acknowledgedUpTo = Math.max(acknowledgedUpTo, position.next());
        }
    }

    @Override
    public long readBytes() {
        return readBytes;
    }

    @Override
    public long totalBytes() {
        return Math.max(readBytes, totalBytes);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
