package id.kentongan.desk.inbox;

import id.kentongan.contracts.Topic;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.steady.SteadyWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic that cases do not rest on, from start to stop, on a thread of its own. While it cannot read, pages show
 * what came before.
 */
final class KeepsReading {
    /** Takes what came; called by one thread. */
    interface Reception {
        /** Records and the new place stand or fall together. */
        void take(String topicId, List<Incoming> batch, Map<Integer, Long> nextOffsets);

        /** Every few seconds. */
        default void rest() {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(KeepsReading.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;

    private final Topic what;
    private final DeskSettings settings;
    private final Positions positions;
    private final Reception reception;
    private final Clock clock;
    private final SteadyWork work = new SteadyWork();
    private boolean away;

    KeepsReading(Topic what, DeskSettings settings, Positions positions, Reception reception, Clock clock) {
        this.what = what;
        this.settings = settings;
        this.positions = positions;
        this.reception = reception;
        this.clock = clock;
    }

    void start() {
        work.start(what.named(""), this::keepReading);
    }

    void stop() {
        work.stop(Duration.ofSeconds(10));
    }

    boolean isRunning() {
        return work.isRunning();
    }

    private void keepReading() {
        while (!work.stopped(Duration.ZERO)) {
            try (OpenTopic topic = OpenTopic.open(settings, what, AT_ONCE)) {
                read(topic);
            } catch (RuntimeException fault) {
                if (!away) {
                    LOG.warn("Topic {} is not read for now: {}", what.named(""), fault.getMessage());
                }
                away = true;
                work.stopped(PAUSE);
            }
        }
    }

    private void read(OpenTopic topic) {
        topic.continueAt(positions.of(topic.name(), topic.id()));
        Instant nextCheck = Instant.MIN;
        while (!work.stopped(Duration.ZERO)) {
            List<Incoming> batch = topic.poll(POLL);
            if (!batch.isEmpty()) {
                reception.take(topic.id(), batch, topic.nextOffsets());
            }
            Instant now = clock.instant();
            if (!now.isBefore(nextCheck)) {
                positions.endSeen(topic.name(), topic.id(), topic.nextOffsets(), topic.endOffsets(), now);
                reception.rest();
                nextCheck = now.plus(BETWEEN_CHECKS);
                away = false;
            }
        }
    }
}
