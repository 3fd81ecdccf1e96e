package id.kentongan.forwarder;

import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.forward.Delivery;
import id.kentongan.forwarder.forward.Glance;
import id.kentongan.forwarder.forward.QuickLook;
import id.kentongan.forwarder.settings.SourceSettings;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Missing;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Reading;
import id.kentongan.forwarder.source.Source;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads, sends and beats, step by step, until something breaks. */
final class Round {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final long IDLE_MILLIS = 50;
    private static final long LONG_IDLE_MILLIS = 250;
    /** Lines taken between two looks at the clock. */
    private static final int AT_ONCE = 50;
    /** So many pauses in a row, and the source is asked less often: a quiet night costs next to nothing. */
    private static final int QUIET = 40;

    private final SourceSettings settings;
    private final Source source;
    private final Delivery delivery;
    private final Clock clock;
    private final Pace pace;
    private final Throttle throttle;
    private final Every beat;
    private @Nullable Line waiting;
    private int pauses;
    private Glance glance = new Glance("", null);
    private final QuickLook quickLook = new QuickLook();
    private @Nullable Instant greatestSent;
    private @Nullable Instant lastBeat;

    /** @param lastBeat what the heartbeats of this program said last, if any */
    Round(
            SourceSettings settings,
            long bytesPerSecond,
            Source source,
            Delivery delivery,
            @Nullable Instant lastBeat,
            Clock clock) {
        this.settings = settings;
        this.source = source;
        this.delivery = delivery;
        this.clock = clock;
        this.pace = new Pace(settings.speed());
        this.throttle = new Throttle(bytesPerSecond, clock.instant());
        this.beat = new Every(BEAT, clock.instant());
        Checkpoint start = delivery.checkpoint();
        this.greatestSent = start.lastTime();
        this.lastBeat = lastBeat;
    }

    /** Takes some lines further, or waits a moment when it can take none. */
    void step() throws IOException, InterruptedException {
        Instant now = clock.instant();
        for (int taken = 0; taken < AT_ONCE; taken++) {
            if (!takeOne(now)) {
                pause();
                return;
            }
        }
    }

    private boolean takeOne(Instant now) throws IOException {
        Line line = waiting == null ? look(now) : waiting;
        waiting = line;
        if (beat.due(now)) {
            beat(now);
        }
        if (line == null || delivery.full() || !throttle.lets(now) || !pace.lets(glance.time(), now)) {
            return false;
        }
        delivery.send(line, glance);
        throttle.took(line.length());
        remember(glance.time());
        waiting = null;
        pauses = 0;
        return true;
    }

    /** The longer nothing moves, the longer; Kafka usually makes room within a millisecond or two. */
    private void pause() throws InterruptedException {
        pauses++;
        if (waiting != null) {
            Thread.sleep(Math.min(pauses, IDLE_MILLIS));
        } else {
            Thread.sleep(pauses > QUIET ? LONG_IDLE_MILLIS : IDLE_MILLIS);
        }
    }

    private @Nullable Line look(Instant now) throws IOException {
        Reading reading = source.next();
        Position origin = source.origin();
        if (origin != null && delivery.lastSent() == null) {
            delivery.beginAt(origin);
        }
        if (reading instanceof Missing missing) {
            delivery.gap(missing, complete(now), now);
        }
        if (!(reading instanceof Line line)) {
            return null;
        }
        glance = Glance.at(line.bytes(), settings.name(), quickLook);
        return line;
    }

    /** Up to here nothing is missing: what was last said of time, else the last alert that is safe. */
    private Instant complete(Instant now) {
        if (lastBeat != null) {
            return lastBeat;
        }
        return greatestSent == null ? now : greatestSent.minus(settings.delay());
    }

    /** True when all of a finite source is acknowledged. */
    boolean ended() {
        return atEnd() && delivery.acknowledged();
    }

    /** What the heartbeats said last. */
    @Nullable
    Instant lastBeat() {
        return lastBeat;
    }

    /** Event time of the line that waits to be sent; null when none waits or it tells none. */
    @Nullable
    Instant oldestUnread() {
        return waiting == null ? null : glance.time();
    }

    private boolean atEnd() {
        return source.ended() && waiting == null;
    }

    private void beat(Instant now) {
        Instant upTo = settings.kind().live() ? ofLive(now) : ofRecorded();
        if (upTo == null) {
            return;
        }
        Instant before = Objects.requireNonNullElse(lastBeat, upTo);
        lastBeat = upTo.isAfter(before) ? upTo : before;
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
