package id.kentongan.forwarder;

import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.checkpoint.CheckpointFile;
import id.kentongan.forwarder.forward.Delivery;
import id.kentongan.forwarder.forward.Tally;
import id.kentongan.forwarder.metrics.SourceProgress;
import id.kentongan.forwarder.settings.ForwarderSettings;
import id.kentongan.forwarder.settings.SourceSettings;
import id.kentongan.forwarder.source.Source;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Carries one source to Kafka, for ever: one round after the other, each from the checkpoint on. A round ends when the
 * source or Kafka fails in a way that waiting does not heal; then the next one begins after a pause.
 */
final class Courier implements Runnable {
    private static final Logger LOG = LogManager.getLogger(Courier.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ForwarderSettings settings;
    private final SourceSettings source;
    private final CheckpointFile checkpoints;
    private final Tally tally;
    private final Clock clock;
    private volatile SourceProgress progress;
    private volatile boolean connected;
    private volatile boolean stopping;
    private volatile Instant lastMove;
    private boolean saidAway;
    private String lastTrouble = "";

    Courier(ForwarderSettings settings, SourceSettings source, Tally tally, Clock clock) {
        this.settings = settings;
        this.source = source;
        this.checkpoints = new CheckpointFile(settings.stateDir(), source.name());
        this.tally = tally;
        this.clock = clock;
        this.lastMove = clock.instant();
        this.progress = new SourceProgress(source.name(), kind(), 0, 0, 0, 0, null, false);
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                round();
            } catch (InterruptedException | InterruptException e) {
                stopping = true;
            } catch (IOException | KafkaException e) {
                trouble(e);
                pause();
            }
        }
    }

    /** From any thread; the courier's own is interrupted by the caller. */
    void stop() {
        stopping = true;
    }

    SourceProgress progress() {
        return progress;
    }

    /** Says once that Kafka is away and once that it is back. Asked by one thread, every now and then. */
    void tellIfKafkaIsAway() {
        boolean away = !connected && clock.instant().isAfter(lastMove.plus(PATIENCE));
        if (away && !saidAway) {
            LOG.info("source {}: Kafka at {} does not answer; waiting, nothing is lost", source.name(), bootstrap());
        } else if (!away && saidAway && connected) {
            LOG.info("source {}: Kafka answers again", source.name());
        }
        saidAway = away || (saidAway && !connected);
    }

    private void round() throws IOException, InterruptedException {
        Checkpoint start = checkpoints.read();
        Delivery delivery =
                new Delivery(settings.kafkaBootstrap(), settings.topicPrefix(), source.name(), start, tally);
        try (delivery;
                Source lines = Sources.open(source, start.position(), clock)) {
            carryUntilStopped(start, lines, delivery);
        } finally {
            checkpoints.write(delivery.checkpoint());
        }
    }

    /** An interrupt ends only the waiting for Kafka: what follows still closes files and writes the checkpoint. */
    private void carryUntilStopped(Checkpoint start, Source lines, Delivery delivery)
            throws IOException, InterruptedException {
        try {
            delivery.awaitTopic();
            carry(new Round(source, lines, delivery, start, clock), lines, delivery);
        } finally {
            if (Thread.interrupted()) {
                stopping = true;
            }
        }
    }

    private void carry(Round round, Source lines, Delivery delivery) throws IOException, InterruptedException {
        Checkpoint seen = delivery.checkpoint();
        move(true);
        LOG.info("source {}: reading {} as {}", source.name(), source.path(), kind());
        while (!stopping) {
            round.step();
            Checkpoint now = delivery.checkpoint();
            if (!now.equals(seen) || delivery.unacknowledged() == 0) {
                move(true);
                seen = now;
            } else if (clock.instant().isAfter(lastMove.plus(PATIENCE))) {
                connected = false;
            }
            if (round.settleDue()) {
                lastTrouble = "";
                checkpoints.write(now);
                progress = progressOf(lines, now, round.ended());
            }
        }
    }

    private void move(boolean nowConnected) {
        connected = nowConnected;
        lastMove = clock.instant();
    }

    private SourceProgress progressOf(Source lines, Checkpoint at, boolean ended) {
        return new SourceProgress(
                source.name(),
                kind(),
                lines.readBytes(),
                lines.totalBytes(),
                at.sent(),
                at.rejected(),
                at.lastTime(),
                ended);
    }

    private void trouble(Exception e) {
        connected = false;
        String what = String.valueOf(e.getMessage());
        if (!what.equals(lastTrouble)) {
            LOG.warn("source {}: {}; trying again from the checkpoint every second", source.name(), what, e);
            lastTrouble = what;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private String kind() {
        return source.kind().name().toLowerCase(Locale.ROOT);
    }

    private String bootstrap() {
        return settings.kafkaBootstrap();
    }
}
