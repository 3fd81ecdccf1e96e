package id.kentongan.forwarder.source;

import id.kentongan.contracts.GapReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows which file comes next: the one that reading stopped in, then all dated files behind it in their order, then the
 * present one. Each comes with what is missing before it.
 *
 * <p>A saved file that is neither there nor compressed is told as lost, although it may have been read to its end: nobody
 * can know that.
 */
final class Trail {
    /**
     * A file, open where reading goes on.
     *
     * @param day null when it has no dated name
     * @param missing told before its lines
     */
    record Found(OpenFile file, @Nullable Day day, @Nullable Missing missing) {}

    private final Shelf shelf;
    private final ZoneId zone;
    private final LeftFiles left = new LeftFiles();
    private final Holes holes;

    Trail(Shelf shelf, ZoneId zone) {
        this.shelf = shelf;
        this.zone = zone;
        this.holes = new Holes(shelf);
    }

    /** Where a source without a checkpoint begins; null when there is nothing yet. */
    @Nullable
    Found first(Start start) throws IOException {
        List<Day> days = shelf.days();
        LocalDate date = start.date();
        for (Day day : start.kind() == Start.Kind.BEGINNING || date != null ? days : List.<Day>of()) {
            if (date == null || !day.date().isBefore(date)) {
                return open(day);
            }
        }
        Found live = live();
        if (live != null && start.kind() == Start.Kind.END) {
            live.file().goTo(live.file().lastLineEnd());
        }
        return live;
    }

    /** The file that {@code last} is in, open behind it; null when nothing is there now. */
    @Nullable
    Found resumed(Position last) throws IOException {
        Identity saved = Identity.parse(last.file());
        Day day = shelf.named(saved.name());
        Found same = day == null ? null : sameDay(day, last);
        same = same == null ? sameLive(last) : same;
        if (same != null) {
            if (same.file().reaches(last.next())) {
                same.file().goOn(saved, last.next());
                return same;
            }
            return readAnew(same, saved);
        }
        Found rewritten = day == null ? null : firstOf(day);
        if (rewritten == null && day == null) {
            rewritten = live();
            if (rewritten != null && !rewritten.file().sameInode(last)) {
                return with(rewritten, GapReason.FILE_LOST, null, saved.name() + " is gone");
            }
        }
        return rewritten == null ? behindLost(saved, day) : readAnew(rewritten, saved);
    }

    private @Nullable Found sameDay(Day day, Position last) throws IOException {
        for (Day each : List.of(day, compressed(day))) {
            Found found = open(each);
            if (found != null && found.file().beginsAs(last)) {
                return found;
            }
            close(found);
        }
        return null;
    }

    private @Nullable Found sameLive(Position last) throws IOException {
        Found live = live();
        boolean named = !last.mark().endsWith(":");
        if (live != null && live.file().beginsAs(last) && (named || live.file().sameInode(last))) {
            return live;
        }
        close(live);
        return null;
    }

    private @Nullable Found firstOf(Day day) throws IOException {
        Found plain = open(day);
        return plain == null ? open(compressed(day)) : plain;
    }

    private static Found readAnew(Found found, Identity saved) throws IOException {
        OpenFile file = found.file();
        Missing missing = new Missing(
                file.readAnew(saved), GapReason.TRUNCATED, -1, null, saved.name() + " was cut short or written anew");
        return new Found(file, found.day(), missing);
    }

    private @Nullable Found behindLost(Identity saved, @Nullable Day day) throws IOException {
        Day behind = null;
        if (day != null) {
            behind = shelf.days().stream()
                    .filter(each -> each.compareTo(day) > 0)
                    .findFirst()
                    .orElse(null);
        }
        Found next = behind == null ? live() : open(behind);
        String detail = saved.name() + " is gone, and so is its compressed copy";
        return next == null ? null : with(next, GapReason.FILE_LOST, endOf(day, next.day()), detail);
    }

    /** True when the file at hand will not grow any more: another one is the present one. */
    boolean over(Found at) throws IOException {
        Inode live = Inode.of(shelf.live());
        if (live != null) {
            return !live.equals(at.file().inode());
        }
        Day day = at.day();
        return day != null && shelf.days().stream().anyMatch(each -> each.compareTo(day) > 0);
    }

    /** False when neither the living file nor the dated name of the file at hand can be seen. */
    boolean visible(Found at) throws IOException {
        Day day = at.day();
        return Inode.of(shelf.live()) != null || (day != null && Inode.of(day.path()) != null);
    }

    /**
     * What comes behind the file at hand, which is read to its end; null when that cannot be seen just now.
     *
     * @param watched true when this run saw it as the present one
     */
    @Nullable
    Found after(Found at, boolean watched) throws IOException {
        left.remember(at.file());
        Inode live = Inode.of(shelf.live());
        List<Day> days = shelf.days();
        Day present = live == null ? null : Shelf.dayOf(live, days);
        Day next = at.day() == null ? null : following(at.day(), present, days);
        Found found = next == null ? live() : open(next);
        if (found == null || found.file().inode().equals(at.file().inode())) {
            close(found);
            return null;
        }
        boolean dated = found.day() != null;
        left.goOnWhereLeft(found.file(), name -> !dated && shelf.named(name) != null);
        return withHoles(at, found, watched);
    }

    private static @Nullable Day following(Day day, @Nullable Day present, List<Day> days) throws IOException {
        boolean setBack = present != null && present.compareTo(day) < 0;
        FileTime since = setBack ? modified(day) : FileTime.fromMillis(0);
        for (Day each : days) {
            boolean behind = setBack ? modified(each).compareTo(since) >= 0 : each.compareTo(day) > 0;
            if (behind && (present == null || each.compareTo(present) <= 0)) {
                return each;
            }
        }
        return null;
    }

    /** When a clock was ahead and was set back, the order of names is not the order of writing. */
    private static FileTime modified(Day day) throws IOException {
        try {
            return Files.getLastModifiedTime(day.path());
        } catch (NoSuchFileException e) {
            return FileTime.fromMillis(0);
        }
    }

    private Found withHoles(Found at, Found next, boolean watched) throws IOException {
        Day from = at.day();
        Day to = next.day();
        String untold = from == null || to == null
                ? ""
                : holes.between(from, to, at.file().linesUpTo(), watched);
        if (at.file().damaged()) {
            String detail = at.file().identity().name() + ".gz is damaged behind its uncompressed byte "
                    + at.file().linesUpTo() + (untold.isEmpty() ? "" : "; " + untold);
            return with(next, GapReason.FILE_LOST, endOf(from, to), detail);
        }
        return untold.isEmpty() ? next : with(next, GapReason.DAY_MISSING, endOf(from, to), untold);
    }

    private @Nullable Instant endOf(@Nullable Day missing, @Nullable Day next) {
        if (missing == null || next == null || !next.date().isAfter(missing.date())) {
            return null;
        }
        return next.date().atStartOfDay(zone).toInstant();
    }

    private static Found with(Found next, GapReason reason, @Nullable Instant until, String detail) {
        Missing missing = new Missing(next.file().here(), reason, -1, until, detail);
        return new Found(next.file(), next.day(), missing);
    }

    /** Bytes in files behind the one at hand; of compressed ones what they say of themselves. */
    long bytesBehind(Found at) throws IOException {
        Inode live = Inode.of(shelf.live());
        if (live == null || live.equals(at.file().inode())) {
            return 0;
        }
        List<Day> days = shelf.days();
        Day present = Shelf.dayOf(live, days);
        long bytes = present == null ? size(shelf.live()) : 0;
        for (Day day : days) {
            boolean behind = at.day() != null && day.compareTo(at.day()) > 0;
            bytes += behind && (present == null || day.compareTo(present) <= 0) ? size(day.path()) : 0;
        }
        return bytes;
    }

    private static long size(Path path) throws IOException {
        try {
            return path.toString().endsWith(".gz") ? GzipContent.size(path) : Files.size(path);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** The inode first: the dated name is there before the living one, so it cannot be overlooked then. */
    private @Nullable Found live() throws IOException {
        Inode inode = Inode.of(shelf.live());
        if (inode == null) {
            return null;
        }
        Day day = Shelf.dayOf(inode, shelf.days());
        OpenFile file = OpenFile.open(shelf.live(), day == null ? null : day.name());
        if (file != null && !file.inode().equals(inode)) {
            file.close();
            return null;
        }
        return file == null ? null : new Found(file, day, null);
    }

    private static @Nullable Found open(Day day) throws IOException {
        OpenFile file = OpenFile.open(day.path(), day.name());
        return file == null ? null : new Found(file, day, null);
    }

    private static Day compressed(Day day) {
        return new Day(
                day.date(),
                day.part(),
                day.name(),
                day.path().resolveSibling(day.path().getFileName() + ".gz"));
    }

    private static void close(@Nullable Found found) throws IOException {
        if (found != null) {
            found.file().close();
        }
    }
}
