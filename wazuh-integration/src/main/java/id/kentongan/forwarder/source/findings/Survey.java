package id.kentongan.forwarder.source.findings;

import id.kentongan.contracts.GapReason;
import id.kentongan.forwarder.source.Missing;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Start;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks where every shard stands, tells what vanished, and sets how far each may be read. First where the shards stand,
 * then the refresh: so all up to where they stood is visible.
 */
final class Survey {
    /** Three times the streams' refresh interval, where we may not refresh ourselves. */
    static final Duration SETTLED = Duration.ofSeconds(6);

    private final Indexer indexer;
    private final Cursor cursor;
    private final Clock clock;
    private final Queue<Missing> gaps = new ArrayDeque<>();
    private @Nullable Start start;
    private boolean mayRefresh = true;
    private boolean sawAll;

    /** @param start where indices begin that are there at the first look; null: at their beginning, as all later ones */
    Survey(Indexer indexer, Cursor cursor, @Nullable Start start, Clock clock) {
        this.indexer = indexer;
        this.cursor = cursor;
        this.start = start;
        this.clock = clock;
    }

    void look() throws IOException {
        sawAll = false;
        Instant now = clock.instant();
        List<Shard> shards = indexer.shards();
        mayRefresh = mayRefresh && indexer.refresh();
        boolean allThere = tellVanished(shards);
        for (Shard shard : shards) {
            Place place = meet(shard);
            if (place == null) {
                allThere = false;
            } else {
                place.seen(now, shard.checkpoint(), mayRefresh ? null : SETTLED);
            }
        }
        start = allThere ? null : start;
        sawAll = allThere && !shards.isEmpty();
    }

    /** False while a known index cannot be seen, or none is there at all: then silence says nothing. */
    boolean sawAll() {
        return sawAll;
    }

    /** Something known cannot be read: only the next look says how things stand. */
    void lostSight() {
        sawAll = false;
    }

    /** The next gap to tell, before any line behind it. */
    @Nullable
    Missing nextGap() {
        return gaps.poll();
    }

    private boolean tellVanished(List<Shard> shards) throws IOException {
        Set<String> there = new HashSet<>();
        shards.forEach(shard -> there.add(shard.index() + "/" + shard.shard()));
        boolean allThere = true;
        for (Place place : cursor.places()) {
            if (there.contains(place.index() + "/" + place.shard())) {
                continue;
            }
            if (indexer.exists(place.index())) {
                allThere = false; // being recovered
                continue;
            }
            cursor.remove(place);
            if (place.last() < place.checkpoint()) {
                gap(place, GapReason.INDEX_DELETED, place.checkpoint() - place.last(), unread(place, "was deleted"));
            }
        }
        return allThere;
    }

    /** Null while an index before it is there but cannot be seen yet: that one comes first. */
    private @Nullable Place meet(Shard shard) throws IOException {
        Place known = cursor.of(shard);
        if (known == null) {
            return first(shard);
        }
        if (!known.uuid().equals(shard.uuid())) {
            Place fresh = replace(shard, 0);
            gap(fresh, GapReason.INDEX_REPLACED, left(known), unread(known, "came back with other content"));
            return fresh;
        }
        if (shard.maxSeqNo() < known.last()) {
            Place fresh = replace(shard, known.turn() + 1);
            gap(fresh, GapReason.INDEX_REPLACED, left(known), unread(known, "has begun its numbers again"));
            return fresh;
        }
        return known;
    }

    private @Nullable Place first(Shard shard) throws IOException {
        Place place = Place.atTheBeginningOf(shard, 0);
        int missing = cursor.generationsMissingBefore(place);
        for (int before = 1; before <= missing; before++) {
            if (indexer.exists(place.indexBefore(before))) {
                return null;
            }
        }
        if (start != null) {
            place.standAt(beginning(shard, start));
        }
        cursor.put(place);
        if (missing > 0) {
            gap(place, GapReason.INDEX_DELETED, -1, missing + " indices before " + place.index() + " were never seen");
        }
        return place;
    }

    private long beginning(Shard shard, Start from) throws IOException {
        return switch (from.kind()) {
            case BEGINNING -> -1;
            case END -> shard.checkpoint();
            case TODAY, DATE -> {
                ZoneId zone = ZoneId.systemDefault();
                LocalDate day = from.date() == null ? LocalDate.ofInstant(clock.instant(), zone) : from.date();
                Instant since = day.atStartOfDay(zone).toInstant();
                yield indexer.firstSince(shard.index(), shard.shard(), since, shard.checkpoint() + 1) - 1;
            }
        };
    }

    private Place replace(Shard shard, int turn) {
        Place fresh = Place.atTheBeginningOf(shard, turn);
        cursor.put(fresh);
        return fresh;
    }

    /** Numbers of updates count too, so it is the most that it can be; -1 where all that was known had been read. */
    private static long left(Place place) {
        return place.last() < place.checkpoint() ? place.checkpoint() - place.last() : -1;
    }

    private static String unread(Place place, String what) {
        return "index " + place.index() + " " + what + "; read up to number " + place.last() + " of "
                + place.checkpoint();
    }

    private void gap(Place at, GapReason reason, long lines, String detail) {
        long next = at.last() + 1;
        gaps.add(new Missing(new Position(at.file(), cursor.mark(), next, next), reason, lines, null, detail));
    }
}
