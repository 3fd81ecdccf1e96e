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
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries one source to Kafka, for ever: one round after the other, each from the checkpoint on. A round ends when the
 * source or Kafka fails in a way that waiting does not heal; then the next one begins after a pause.
 */
final class Courier implements Runnable {
    private static final Logger LOG = LogManager.getLogger(Courier.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ForwarderSettings settings;
    private final SourceSettings source;
    private final CheckpointFile checkpoints;
    private final Tally tally;
    private final Clock clock;
    private volatile SourceProgress progress;
    private volatile @Nullable Delivery delivery;
    private volatile boolean stopping;
    private final Patience patience;
    private boolean saidAway;
    private String lastTrouble = "";

    Courier(ForwarderSettings settings, SourceSettings source, Tally tally, Clock clock) {
        this.settings = settings;
        this.source = source;
        this.checkpoints = new CheckpointFile(settings.stateDir(), source.name());
        this.tally = tally;
        this.clock = clock;
        this.patience = new Patience(clock.instant());
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
        boolean away = patience.exhausted(delivery, clock.instant());
        if (away && !saidAway) {
            LOG.info("source {}: Kafka at {} does not answer; waiting, nothing is lost", source.name(), bootstrap());
        } else if (!away && saidAway) {
            LOG.info("source {}: Kafka answers again", source.name());
        }
        saidAway = away;
    }

    private void round() throws IOException, InterruptedException {
        Checkpoint start = checkpoints.read();
        Delivery fresh = new Delivery(settings.kafkaProperties(), settings.topicPrefix(), source.name(), start, tally);
        try (fresh;
                Source lines = Sources.open(source, start.position(), source.start(), clock)) {
            carryUntilStopped(start, lines, fresh);
        } finally {
            delivery = null;
            checkpoints.write(fresh.checkpoint());
        }
    }

    /** An interrupt ends only the waiting for Kafka: what follows still closes files and writes the checkpoint. */
    private void carryUntilStopped(Checkpoint start, Source lines, Delivery fresh)
            throws IOException, InterruptedException {
        try {
            fresh.awaitTopic();
            delivery = fresh;
            carry(new Round(source, lines, fresh, start, clock), lines, fresh);
        } finally {
            if (Thread.interrupted()) {
                stopping = true;
            }
        }
    }

    private void carry(Round round, Source lines, Delivery fresh) throws IOException, InterruptedException {
        LOG.info("source {}: reading {} as {}", source.name(), source.path(), kind());
        while (!stopping) {
            round.step();
            if (round.settleDue()) {
                lastTrouble = "";
                Checkpoint now = fresh.checkpoint();
                checkpoints.write(now);
                progress = progressOf(lines, now, round.ended());
            }
        }
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
