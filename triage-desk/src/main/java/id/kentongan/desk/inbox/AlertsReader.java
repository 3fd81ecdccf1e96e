package id.kentongan.desk.inbox;

import id.kentongan.contracts.Topic;
import id.kentongan.desk.logbook.AlertText;
import id.kentongan.desk.logbook.Logbook;
import id.kentongan.desk.logbook.LoggedAlert;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.LogSettings;
import id.kentongan.desk.steady.SteadyWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Copies topic {@code alerts} into the logbook and listens to the heartbeats in it, on a thread of its own. Cases do not
 * rest on it: while it cannot read, people look things up in what is there.
 */
@Component
class AlertsReader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIMS = Duration.ofSeconds(5);
    private static final int ALERTS_AT_ONCE = 2000;

    private final DeskSettings settings;
    private final LogSettings logs;
    private final Logbook logbook;
    private final InputWatch watch;
    private final Positions positions;
    private final Clock clock;
    private final SteadyWork work = new SteadyWork();
    private boolean away;

    AlertsReader(DeskSettings settings, Logbook logbook, InputWatch watch, Positions positions, Clock clock) {
        this.positions = positions;
        this.watch = watch;
        this.settings = settings;
        this.logs = settings.logs();
        this.logbook = logbook;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (logs.days() > 0) {
            work.start("alerts", this::keepReading);
        }
    }

    @Override
    public void stop() {
        work.stop(Duration.ofSeconds(10));
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private void keepReading() {
        while (!work.stopped(Duration.ZERO)) {
            try (OpenTopic topic = OpenTopic.open(settings, Topic.ALERTS, ALERTS_AT_ONCE)) {
                read(topic);
            } catch (RuntimeException fault) {
                if (!away) {
                    LOG.warn("Alerts are not copied into the logbook for now: {}", fault.getMessage());
                }
                away = true;
                work.stopped(PAUSE);
            }
        }
    }

    private void read(OpenTopic topic) {
        topic.continueSince(clock.instant().minus(Duration.ofDays(logs.days())), logs.rows());
        Map<Integer, Long> known = logbook.places(topic.id());
        // After a long pause it goes on where the rows still fit, not where it stopped.
        topic.nextOffsets()
                .forEach(
                        (partition, first) -> known.computeIfPresent(partition, (same, next) -> Math.max(first, next)));
        topic.continueAt(known);
        watch.listens();
        Instant nextTrim = Instant.MIN;
        while (!work.stopped(Duration.ZERO)) {
            List<Incoming> batch = topic.poll(POLL);
            take(topic, batch);
            Instant now = clock.instant();
            if (!now.isBefore(nextTrim)) {
                if (batch.size() < ALERTS_AT_ONCE) {
                    watch.look();
                }
                positions.endSeen(topic.name(), topic.id(), topic.nextOffsets(), topic.endOffsets(), now);
                logbook.trim(now.minus(Duration.ofDays(logs.days())), logs.rows());
                nextTrim = now.plus(BETWEEN_TRIMS);
            }
        }
    }

    /** Heartbeats and markers have an empty value. */
    private void take(OpenTopic topic, List<Incoming> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<LoggedAlert> alerts = batch.stream()
                .map(Incoming::value)
                .filter(value -> value != null && value.length > 0)
                .map(AlertText::read)
                .flatMap(Optional::stream)
                .toList();
        watch.heard(batch.stream().map(Incoming::beat).filter(Objects::nonNull).toList());
        logbook.take(alerts, clock.instant(), topic.id(), topic.nextOffsets());
        away = false;
    }
}
