package id.kentongan.forwarder.forward;

import id.kentongan.contracts.Gap;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Position;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of lines that follow each other, a gap or a place on its way: done when Kafka has acknowledged every record
 * that tells of it. Filled by one thread, acknowledged from any.
 */
final class Sent {
    /** Lines told of together: so few objects are kept for what is on its way. */
    private static final int MOST_LINES = 64;

    private static final AtomicIntegerFieldUpdater<Sent> OWED =
            AtomicIntegerFieldUpdater.newUpdater(Sent.class, "owed");
    private static final int[] NONE = {};

    final @Nullable Refusal refusal;
    final @Nullable Gap gap;
    /** The numbering that begins with this gap; 0: the old one goes on. */
    final long newEpoch;

    /** Of each line. */
    private final int[] partitions;

    private int lines;
    private int longest;
    private Position position;
    private @Nullable Instant time;
    private String key = "";
    private volatile int owed;

    private Sent(
            Position position,
            int[] partitions,
            @Nullable Refusal refusal,
            @Nullable Gap gap,
            long newEpoch,
            int owed) {
        this.position = position;
        this.partitions = partitions;
        this.refusal = refusal;
        this.gap = gap;
        this.newEpoch = newEpoch;
        this.owed = owed;
    }

    /** An empty stretch, for lines that go to topic alerts as they are. */
    static Sent stretch(Position from) {
        return new Sent(from, new int[MOST_LINES], null, null, 0, 0);
    }

    static Sent refused(Line line, int partition, Refusal refusal, Glance glance, int records) {
        Sent sent = new Sent(line.position(), new int[1], refusal, null, 0, records - 1);
        sent.take(line, partition, glance);
        return sent;
    }

    static Sent gap(Position position, Gap gap, long newEpoch, int records) {
        return new Sent(position, NONE, null, gap, newEpoch, records);
    }

    /** A place to go on from, of which nothing is told. */
    static Sent place(Position position) {
        return new Sent(position, NONE, null, null, 0, 0);
    }

    boolean hasRoom() {
        return lines < partitions.length;
    }

    /** One line more, which one record will tell of. */
    void take(Line line, int partition, Glance glance) {
        partitions[lines++] = partition;
        position = line.position();
        longest = Math.max(longest, line.bytes().length);
        Instant of = glance.time();
        if (of != null && (time == null || of.isAfter(time))) {
            time = of;
        }
        if (glance.key().indexOf('/') > 0) {
            key = glance.key();
        }
        OWED.incrementAndGet(this);
    }

    /** One record of it is acknowledged. From any thread; true when that was the last one so far. */
    boolean acknowledged() {
        return OWED.decrementAndGet(this) == 0;
    }

    boolean done() {
        return owed <= 0;
    }

    /** Behind the last line. */
    Position position() {
        return position;
    }

    int lines() {
        return lines;
    }

    int partition(int line) {
        return partitions[line];
    }

    /** Bytes of the longest line. */
    int longest() {
        return longest;
    }

    /** The greatest that a line told. */
    @Nullable
    Instant time() {
        return time;
    }

    /** Of the last line whose node and agent are known; empty when there is none. */
    String key() {
        return key;
    }
}
