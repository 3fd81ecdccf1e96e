package id.kentongan.forwarder;

import id.kentongan.forwarder.forward.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs out when Kafka owes an answer and gives none for five seconds. Used by one thread. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Instant lastAnswer;
    private long answers;

    Patience(Instant now) {
        this.lastAnswer = now;
    }

    /** Asked every now and then; no delivery means that not even the topic could be looked up. */
    boolean exhausted(@Nullable Delivery delivery, Instant now) {
        if (delivery != null && (!delivery.waiting() || delivery.answers() != answers)) {
            answers = delivery.answers();
            lastAnswer = now;
        }
        return now.isAfter(lastAnswer.plus(LONGEST));
    }
}
