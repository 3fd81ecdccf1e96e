package id.kentongan.forwarder;

import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.forward.Delivery;
import id.kentongan.forwarder.forward.Glance;
import id.kentongan.forwarder.settings.SourceSettings;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Reading;
import id.kentongan.forwarder.source.Source;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads, sends and beats, step by step, until something breaks. */
final class Round {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofMillis(500);
    private static final long IDLE_MILLIS = 50;

    private final SourceSettings settings;
    private final Source source;
    private final Delivery delivery;
    private final Clock clock;
    private final Pace pace;
    private @Nullable Line waiting;
    private Glance glance = new Glance("", null);
    private @Nullable Instant greatestSent;
    private @Nullable Instant lastBeat;
    private Instant nextBeat;
    private Instant nextSettle;

    Round(SourceSettings settings, Source source, Delivery delivery, Checkpoint start, Clock clock) {
        this.settings = settings;
        this.source = source;
        this.delivery = delivery;
        this.clock = clock;
        this.pace = new Pace(settings.speed());
        this.greatestSent = start.lastTime();
        this.nextBeat = clock.instant().plus(BEAT);
        this.nextSettle = clock.instant().plus(SETTLE);
    }

    /** Takes one line further, or waits a moment when there is none. */
    void step() throws IOException, InterruptedException {
        Reading reading = waiting == null ? source.next() : waiting;
        Line line = reading instanceof Line read ? read : null;
        if (line != null && waiting == null) {
            glance = Glance.at(line.bytes(), settings.name());
        }
        waiting = line;
        Instant now = clock.instant();
        if (!now.isBefore(nextBeat)) {
            beat(now);
        }
        if (line != null && pace.lets(glance.time(), now)) {
            delivery.send(line, glance);
            remember(glance.time());
            waiting = null;
        } else {
            Thread.sleep(IDLE_MILLIS);
        }
    }

    /** True twice a second: time to write down how far all is safe. */
    boolean settleDue() throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(nextSettle)) {
            return false;
        }
        nextSettle = now.plus(SETTLE);
        Position safe = delivery.checkpoint().position();
        if (safe != null) {
            source.acknowledged(safe);
        }
        return true;
    }

    /** True when all of a finite source is acknowledged. */
    boolean ended() {
        return atEnd() && delivery.unacknowledged() == 0;
    }

    private boolean atEnd() {
        return source.ended() && waiting == null;
    }

    private void beat(Instant now) {
        nextBeat = now.plus(BEAT);
        Instant upTo = settings.kind().live() ? ofLive(now) : ofRecorded();
        if (upTo == null) {
            return;
        }
        if (lastBeat == null || upTo.isAfter(lastBeat)) {
            lastBeat = upTo;
        }
        delivery.heartbeat(lastBeat, atEnd());
    }

    private @Nullable Instant ofLive(Instant now) {
        if (!source.listening()) {
            return null;
        }
        Instant oldestUnread = waiting == null ? now : glance.time();
        if (oldestUnread == null) {
            return lastBeat;
        }
        return (oldestUnread.isBefore(now) ? oldestUnread : now).minus(settings.delay());
    }

    private @Nullable Instant ofRecorded() {
        if (atEnd()) {
            return greatestSent == null ? Instant.EPOCH : greatestSent;
        }
        return greatestSent == null ? null : greatestSent.minusMillis(1);
    }

    private void remember(@Nullable Instant time) {
        if (time != null && (greatestSent == null || time.isAfter(greatestSent))) {
            greatestSent = time;
        }
    }
}
