package id.kentongan.forwarder.forward;

import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.source.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is sent and not yet acknowledged, in its order. The checkpoint moves over a line only when all before it are
 * acknowledged too. Bounded, so memory stays flat while Kafka is away. Used by one thread; only {@link #failed} comes
 * from Kafka's.
 */
final class InFlight {
    private static final int MOST = 12_000;

    private final Deque<Sent> waiting = new ArrayDeque<>();
    private final Standing standing;
    private int lines;
    private volatile @Nullable Exception failure;

    InFlight(Checkpoint start) {
        this.standing = new Standing(start);
    }

    /** True while too many are on their way to add one more line. */
    boolean full() {
        settle(); // always, so that what is done does not grow old in memory
        return lines + waiting.size() >= MOST;
    }

    /** Notes it before it is sent. */
    void add(Sent sent) {
        waiting.addLast(sent);
        lines += sent.lines();
    }

    /** Notes a line before it is sent, together with those just before it. */
    Sent add(Line line, int partition, Glance glance) {
        Sent last = waiting.peekLast();
        if (last == null || !last.hasRoom()) {
            last = Sent.stretch(line.position());
            waiting.addLast(last);
        }
        last.take(line, partition, glance);
        lines++;
        return last;
    }

    void failed(Exception cause) {
        failure = failure == null ? cause : failure;
    }

    @Nullable
    Exception failure() {
        return failure;
    }

    Checkpoint checkpoint() {
        settle();
        return standing.checkpoint();
    }

    /** True when nothing is owed. */
    boolean isEmpty() {
        settle();
        return waiting.isEmpty();
    }

    private void settle() {
        for (Sent first = waiting.peekFirst(); first != null && first.done(); first = waiting.peekFirst()) {
            waiting.removeFirst();
            lines -= first.lines();
            standing.take(first);
        }
    }
}
