package id.kentongan.desk.inbox;

import id.kentongan.contracts.Topic;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.shelf.CaseShelf;
import id.kentongan.desk.steady.SteadyWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads topic {@code cases} on a thread of its own, from start to stop, and tries again whatever happens. */
@Component
class Inbox implements SmartLifecycle {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** Bounds the heap: a case may have half a MiB. */
    private static final int CASES_AT_ONCE = 50;

    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

    private final DeskSettings settings;
    private final Positions positions;
    private final Reception reception;
    private final InboxFigures figures;
    private final InboxHealth health;
    private final CaseShelf shelf;
    private final Clock clock;
    private final SteadyWork work = new SteadyWork();

    Inbox(
            DeskSettings settings,
            Positions positions,
            Reception reception,
            InboxFigures figures,
            InboxHealth health,
            CaseShelf shelf,
            Clock clock) {
        this.settings = settings;
        this.positions = positions;
        this.reception = reception;
        this.figures = figures;
        this.health = health;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public void start() {
        work.start("inbox", this::keepReceiving);
    }

    @Override
    public void stop() {
        work.stop(Duration.ofSeconds(20));
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private void keepReceiving() {
        while (!work.stopped(Duration.ZERO)) {
            try (OpenTopic topic = OpenTopic.open(settings, Topic.CASES, CASES_AT_ONCE)) {
                receive(topic);
            } catch (RuntimeException fault) {
                // Kafka or the database is away, or this code is wrong: told in health and log, then tried again.
                health.away(fault);
                work.stopped(PAUSE);
            }
        }
    }

    private void receive(OpenTopic topic) {
        topic.continueAt(positions.of(topic.name(), topic.id()));
        figures.countHeld(shelf.countBySeverity());
        Instant nextCheck = Instant.MIN;
        while (!work.stopped(Duration.ZERO)) {
            List<Incoming> batch = topic.poll(POLL);
            if (!batch.isEmpty()) {
                reception.take(topic.id(), batch, topic.nextOffsets());
            }
            if (!clock.instant().isBefore(nextCheck)) {
                check(topic);
                nextCheck = clock.instant().plus(BETWEEN_CHECKS);
            }
        }
    }

    /** Asks the broker and the database, so that either being away is noticed even when no case comes. */
    private void check(OpenTopic topic) {
        Map<Integer, Long> ends = topic.endOffsets();
        Map<Integer, Long> next = topic.nextOffsets();
        long behind = ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - next.getOrDefault(end.getKey(), 0L)))
                .sum();
        positions.endSeen(topic.name(), topic.id(), next, ends, clock.instant());
        figures.lag(behind);
        health.well();
    }
}
