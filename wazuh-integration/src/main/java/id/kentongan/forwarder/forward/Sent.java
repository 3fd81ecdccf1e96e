package id.kentongan.forwarder.forward;

import id.kentongan.contracts.Gap;
import id.kentongan.forwarder.source.Position;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** One line, gap or place on its way: done when Kafka has acknowledged every record that tells of it. */
final class Sent {
    /** One counter object less for each line on its way. */
    private static final AtomicIntegerFieldUpdater<Sent> OWED =
            AtomicIntegerFieldUpdater.newUpdater(Sent.class, "owed");

    final Position position;
    final int partition;
    final @Nullable Refusal refusal;
    final @Nullable Instant time;
    final String key;
    final @Nullable Gap gap;
    /** The numbering that begins with this gap; 0: the old one goes on. */
    final long newEpoch;

    private volatile int owed;

    private Sent(
            Position position,
            int partition,
            @Nullable Refusal refusal,
            @Nullable Instant time,
            String key,
            @Nullable Gap gap,
            long newEpoch,
            int owed) {
        this.position = position;
        this.partition = partition;
        this.refusal = refusal;
        this.time = time;
        this.key = key;
        this.gap = gap;
        this.newEpoch = newEpoch;
        this.owed = owed;
    }

    static Sent line(Position position, int partition, @Nullable Refusal refusal, Glance glance, int records) {
        return new Sent(position, partition, refusal, glance.time(), glance.key(), null, 0, records);
    }

    static Sent gap(Position position, Gap gap, long newEpoch, int records) {
        return new Sent(position, -1, null, null, "", gap, newEpoch, records);
    }

    /** A place to go on from, of which nothing is told. */
    static Sent place(Position position) {
        return new Sent(position, -1, null, null, "", null, 0, 0);
    }

    /** One record of it is acknowledged. From any thread; true when that was the last one. */
    boolean acknowledged() {
        return OWED.decrementAndGet(this) == 0;
    }

    boolean done() {
        return owed <= 0;
    }
}
