package id.kentongan.forwarder.forward;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What Kafka has acknowledged since this program started, all sources together. Safe for any thread. */
public final class Tally {
    private final LongAdder sent = new LongAdder();
    private final Map<Refusal, LongAdder> rejected = new EnumMap<>(Refusal.class);

    public Tally() {
        for (Refusal refusal : Refusal.values()) {
            rejected.put(refusal, new LongAdder());
        }
    }

    /** One line more; null when it was not refused. */
    void count(@Nullable Refusal refusal) {
        (refusal == null ? sent : counter(refusal)).increment();
    }

    public long sent() {
        return sent.sum();
    }

    public long rejected(Refusal refusal) {
        return counter(refusal).sum();
    }

    private LongAdder counter(Refusal refusal) {
        return rejected.getOrDefault(refusal, sent);
    }
}
