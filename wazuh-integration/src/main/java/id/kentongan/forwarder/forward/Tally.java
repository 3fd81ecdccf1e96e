package id.kentongan.forwarder.forward;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What Kafka has acknowledged since this program started, all sources together. Safe for any thread. */
public final class Tally {
    private final LongAdder sent = new LongAdder();
    private final Map<Refusal, LongAdder> rejected = new ConcurrentHashMap<>();

    public Tally() {
        for (Refusal refusal : Refusal.values()) {
            rejected.put(refusal, new LongAdder());
        }
    }

    void countSent() {
        sent.increment();
    }

    void countRejected(Refusal refusal) {
        counter(refusal).increment();
    }

    public long sent() {
        return sent.sum();
    }

    public long rejected(Refusal refusal) {
        return counter(refusal).sum();
    }

    private LongAdder counter(Refusal refusal) {
        return rejected.computeIfAbsent(refusal, any -> new LongAdder());
    }
}
