package id.kentongan.forwarder.forward;

import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.source.Position;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Lines sent and not yet acknowledged, in their order. The checkpoint moves over a line only when all before it are
 * acknowledged too. Safe for any thread; bounded, so memory stays flat while Kafka is away.
 */
final class InFlight {
    private static final int MOST = 20_000;

    private final Deque<Sent> waiting = new ArrayDeque<>();
    private Checkpoint checkpoint;
    private @Nullable Exception failure;

    /** One line on its way. */
    static final class Sent {
        private final Position position;
        private final boolean rejected;
        private final @Nullable Instant time;
        private boolean done;

        private Sent(Position position, boolean rejected, @Nullable Instant time) {
            this.position = position;
            this.rejected = rejected;
            this.time = time;
        }
    }

    InFlight(Checkpoint start) {
        this.checkpoint = start;
    }

    /** Notes a line before it is sent; waits while too many are on their way. */
    synchronized Sent add(Position position, boolean rejected, @Nullable Instant time) throws InterruptedException {
        while (waiting.size() >= MOST && failure == null) {
            wait();
        }
        Sent sent = new Sent(position, rejected, time);
        waiting.addLast(sent);
        return sent;
    }

    synchronized void acknowledged(Sent sent) {
        sent.done = true;
        while (!waiting.isEmpty() && waiting.peekFirst().done) {
            Sent first = waiting.removeFirst();
            checkpoint = checkpoint.after(first.position, first.rejected, first.time);
        }
        notifyAll();
    }

    synchronized void failed(Exception cause) {
        failure = failure == null ? cause : failure;
        notifyAll();
    }

    synchronized @Nullable Exception failure() {
        return failure;
    }

    synchronized Checkpoint checkpoint() {
        return checkpoint;
    }

    synchronized int size() {
        return waiting.size();
    }
}
