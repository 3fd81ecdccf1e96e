package id.kentongan.forwarder.source.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one shard of one backing index is read.
 *
 * <pre>
 *   handed out    fetched        bound    checkpoint
 *   ... last ] --- hits --- ] ------- ] ------- ]
 * </pre>
 *
 * Nothing beyond the bound is looked at: there, a lower number may still appear behind a higher one.
 */
final class Place {
    private record Sample(Instant at, long checkpoint) {}

    private final String index;
    private final String uuid;
    private final int shard;
    private final int turn;
    private long last;
    private long checkpoint;
    private long fetched;
    private long bound;
    private final Deque<Hit> hits = new ArrayDeque<>();
    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * @param turn how often its numbers have begun again under the same uuid, from 0
     * @param last greatest number handed out, -1 at first
     * @param checkpoint greatest number known to be settled
     */
    Place(String index, String uuid, int shard, int turn, long last, long checkpoint) {
        this.index = index;
        this.uuid = uuid;
        this.shard = shard;
        this.turn = turn;
        this.last = last;
        this.fetched = last;
        this.bound = last;
        this.checkpoint = Math.max(last, checkpoint);
    }

    static Place atTheBeginningOf(Shard shard, int turn) {
        return new Place(shard.index(), shard.uuid(), shard.shard(), turn, -1, -1);
    }

    String index() {
        return index;
    }

    String uuid() {
        return uuid;
    }

    int shard() {
        return shard;
    }

    int turn() {
        return turn;
    }

    long last() {
        return last;
    }

    long fetched() {
        return fetched;
    }

    long bound() {
        return bound;
    }

    long checkpoint() {
        return checkpoint;
    }

    /** Identity for readers of the topic: within it numbers only rise. */
    String file() {
        return index + "/" + shard + "/" + uuid + (turn == 0 ? "" : "/" + turn);
    }

    /** The data stream that the index is a part of, with {@link #generation()} behind it. */
    String stream() {
        return generation() == 0 ? index : index.substring(0, index.lastIndexOf('-'));
    }

    /** 0 for an index that is no part of a data stream. */
    int generation() {
        String number = index.substring(index.lastIndexOf('-') + 1);
        return number.matches("\\d{6}") ? Integer.parseInt(number) : 0;
    }

    /** The index that stood so many generations before this one in its stream. */
    String indexBefore(int generations) {
        return stream() + "-%06d".formatted(generation() - generations);
    }

    /** Reading goes on behind that number. */
    void standAt(long number) {
        last = number;
        fetched = number;
        bound = Math.max(bound, number);
        checkpoint = Math.max(checkpoint, number);
    }

    /**
     * What was seen of it.
     *
     * @param age null: all settled numbers are visible now; otherwise those are that were settled so long ago
     */
    void seen(Instant now, long settled, @Nullable Duration age) {
        checkpoint = Math.max(checkpoint, settled);
        samples.addLast(new Sample(now, settled));
        Instant visible = age == null ? now : now.minus(age);
        while (!samples.isEmpty() && !samples.peekFirst().at().isAfter(visible)) {
            bound = Math.max(bound, samples.removeFirst().checkpoint());
        }
    }

    boolean unread() {
        return !hits.isEmpty() || fetched < bound;
    }

    boolean wantsPage() {
        return hits.isEmpty() && fetched < bound;
    }

    /** Takes a page of at most {@code size}; a page that is not full was the last below the bound. */
    void take(List<Hit> page, int size) {
        hits.addAll(page);
        fetched = page.size() < size ? bound : page.get(page.size() - 1).seqNo();
        passEmptyNumbers();
    }

    /** The next document to hand out. */
    @Nullable
    Hit head() {
        return hits.peekFirst();
    }

    Hit handOut() {
        Hit hit = hits.removeFirst();
        last = hit.seqNo();
        passEmptyNumbers();
        return hit;
    }

    private void passEmptyNumbers() {
        if (hits.isEmpty()) {
            last = Math.max(last, fetched);
        }
    }

    /** It cannot be read now: what was fetched is still good, the rest waits for another look. */
    void nothingMore() {
        bound = fetched;
    }
}
