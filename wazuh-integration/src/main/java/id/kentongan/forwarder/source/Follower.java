package id.kentongan.forwarder.source;

import id.kentongan.contracts.GapReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Follows alerts that Wazuh writes into dated files, of which the present one has a second, living name (alerts.json of
 * 4.x, the file output of 5.x): through restarts, rotations, parts, compressed days and cuts. A file without dated ones
 * beside it is followed too, but then a file that came and went between two looks cannot be known.
 *
 * <pre>
 *   saved file --end--> dated files behind it, plain or .gz --end--> present file --another is present, 1 s--> ...
 *                                                                        '--cut short: told, read anew
 * </pre>
 *
 * <p>A cut in place is told even when all had been read: something may have been written and cut between two looks. A
 * half line waits; when its file is over it is told as it is.
 */
public final class Follower implements Source {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration RECOUNT = Duration.ofSeconds(5);
    private static final long MEASURE = 1 << 16;

    private final Path path;
    private final ZoneId zone;
    private final Clock clock;
    private @Nullable Position last;
    private Start start;
    private @Nullable Position origin;
    private @Nullable Trail trail;
    private Trail.@Nullable Found at;
    private @Nullable Missing untold;
    private boolean late;
    private boolean watched;
    private boolean visible;
    private @Nullable Instant leavingSince;
    private @Nullable Instant unseenSince;
    private Instant recount = Instant.MIN;
    private long finished;
    private long behind;
    private volatile long readBytes;
    private volatile long totalBytes;

    /**
     * Opens the source behind {@code last}, without it at {@code start}. A date's first file may be missing: then the
     * next one is the first; without any, it is the present one.
     *
     * @param path the living file, or a directory that has it: Wazuh's home, its logs, its alerts, an output of Wazuh 5
     * @param zone in which days are counted
     */
    public Follower(Path path, @Nullable Position last, Start start, ZoneId zone, Clock clock) {
        this.path = path;
        this.last = last;
        this.start = start;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public @Nullable Reading next() throws IOException {
        Trail.Found here = at == null ? open() : at;
        if (here == null) {
            return null;
        }
        Missing missing = untold;
        if (missing != null) {
            untold = null;
            return missing;
        }
        Line line = here.file().next();
        if (line != null) {
            leavingSince = null;
            unseenSince = null;
            visible = true;
        }
        if (line == null || recount.equals(Instant.MIN) || here.file().readUpTo() >= readBytes - finished + MEASURE) {
            measure(here);
        }
        return line == null ? atTheEnd(here) : line;
    }

    private Trail.@Nullable Found open() throws IOException {
        Trail known = trail == null ? new Trail(Shelf.at(path), zone) : trail;
        Position saved = last;
        Trail.Found found = saved == null ? known.first(start) : known.resumed(saved);
        if (found == null) {
            start = start.kind() == Start.Kind.END ? Start.TODAY : start; // what appears now came after the beginning
            return null;
        }
        trail = known;
        origin = saved == null ? found.file().here() : null;
        late = true;
        take(found);
        return found;
    }

    private void take(Trail.Found found) {
        at = found;
        untold = found.missing();
        watched = false;
        visible = true;
        leavingSince = null;
        recount = Instant.MIN;
    }

    private @Nullable Reading atTheEnd(Trail.Found here) throws IOException {
        Trail known = java.util.Objects.requireNonNull(trail);
        if (here.file().truncated()) {
            String detail = here.file().identity().name() + " was cut short";
            return new Missing(here.file().readAnew(here.file().identity()), GapReason.TRUNCATED, -1, null, detail);
        }
        Instant now = clock.instant();
        if (!known.over(here)) {
            watched = true;
            leavingSince = null;
            look(known, here, now);
            return null;
        }
        return late || watched ? leaveAfterGrace(known, here, now) : leave(known, here);
    }

    /** A living name that is away for a moment is being swapped; longer, and silence says nothing. */
    private void look(Trail known, Trail.Found here, Instant now) throws IOException {
        if (known.visible(here)) {
            unseenSince = null;
            visible = true;
        } else if (unseenSince == null) {
            unseenSince = now;
        } else {
            visible = now.isBefore(unseenSince.plus(GRACE));
        }
    }

    /** A last write may still be on its way into a file that was the present one a moment ago. */
    private @Nullable Reading leaveAfterGrace(Trail known, Trail.Found here, Instant now) throws IOException {
        if (leavingSince == null && !here.file().compressed()) {
            leavingSince = now;
        }
        return leavingSince != null && now.isBefore(leavingSince.plus(GRACE)) ? null : leave(known, here);
    }

    private @Nullable Reading leave(Trail known, Trail.Found here) throws IOException {
        Line rest = here.file().rest();
        if (rest != null) {
            return rest;
        }
        Trail.Found found = known.after(here, watched);
        if (found == null) {
            return null;
        }
        finished += here.file().readUpTo();
        late = false;
        here.file().close();
        take(found);
        return next();
    }

    private void measure(Trail.Found here) throws IOException {
        Instant now = clock.instant();
        if (trail != null && !now.isBefore(recount)) {
            behind = trail.bytesBehind(here);
            recount = now.plus(RECOUNT);
        }
        readBytes = finished + here.file().readUpTo();
        totalBytes = finished + Math.max(here.file().readUpTo(), here.file().size()) + behind;
    }

    @Override
    public void recount() throws IOException {
        if (at != null) {
            measure(at);
        }
    }

    @Override
    public @Nullable Position origin() {
        return origin;
    }

    /** Also false while a finished file is given its moment: those behind it hold lines from before now. */
    @Override
    public boolean listening() {
        return at != null && visible && leavingSince == null;
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
        if (at != null) {
            at.file().close();
            at = null;
        }
    }
}
