package id.kentongan.forwarder;

import id.kentongan.contracts.SourceRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.checkpoint.CheckpointFile;
import id.kentongan.forwarder.forward.Delivery;
import id.kentongan.forwarder.forward.Producers;
import id.kentongan.forwarder.forward.Tally;
import id.kentongan.forwarder.ledger.Entries;
import id.kentongan.forwarder.metrics.SourceProgress;
import id.kentongan.forwarder.settings.ForwarderSettings;
import id.kentongan.forwarder.settings.SourceSettings;
import id.kentongan.forwarder.source.Position;
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
import org.jspecify.annotations.Nullable;

/**
 * Carries one source to Kafka, for ever. When the source cannot be read it is opened anew behind the last line sent;
 * when Kafka refuses in a way that waiting does not heal, a new delivery begins at the checkpoint. Each trouble is told
 * once, and shown until it is over.
 */
final class Courier implements Runnable {
    private static final Logger LOG = LogManager.getLogger(Courier.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofMillis(500);
    private static final Duration LEDGER = Duration.ofSeconds(5);

    private final ForwarderSettings settings;
    private final SourceSettings source;
    private final CheckpointFile checkpoints;
    private final Tally tally;
    private final Clock clock;
    private final Patience patience;
    private final Every settle;
    private final Every ledger;
    private final Trouble trouble;
    private volatile SourceProgress progress;
    private volatile @Nullable Delivery delivery;
    private volatile boolean stopping;
    private @Nullable Instant lastBeat;
    private int longest = Integer.MAX_VALUE;
    private volatile boolean saidAway;

    Courier(ForwarderSettings settings, SourceSettings source, Tally tally, Clock clock) {
        this.settings = settings;
        this.source = source;
        this.checkpoints = new CheckpointFile(settings.stateDir(), source.name());
        this.tally = tally;
        this.clock = clock;
        this.patience = new Patience(clock.instant());
        this.settle = new Every(SETTLE, clock.instant());
        this.ledger = new Every(LEDGER, Instant.EPOCH);
        this.trouble = new Trouble(source.name());
        this.progress = SourceProgress.nothingYet(source.name(), kind());
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                deliver();
            } catch (InterruptedException | InterruptException e) {
                stopping = true;
            } catch (IOException | KafkaException e) {
                told(e);
                pause();
            }
        }
    }

    /** From any thread; the courier's own is interrupted by the caller. */
    void stop() {
        stopping = true;
    }

    SourceProgress progress() {
        SourceProgress now = progress;
        return saidAway && now.trouble() == null ? now.with(away()) : now;
    }

    private String away() {
        return "Kafka at " + settings.kafkaBootstrap() + " does not answer";
    }

    /** Says once that Kafka is away and once that it is back. Asked by one thread, every now and then. */
    void tellIfKafkaIsAway() {
        boolean away = patience.exhausted(delivery, clock.instant());
        if (away && !saidAway) {
            LOG.info("source {}: {}; waiting, nothing is lost", source.name(), away());
        } else if (!away && saidAway) {
            LOG.info("source {}: Kafka answers again", source.name());
        }
        saidAway = away;
    }

    private void deliver() throws IOException, InterruptedException {
        Checkpoint start = begin();
        Delivery fresh = new Delivery(
                Producers.open(settings.kafkaProperties(), source.name()),
                settings.topicPrefix(),
                source.name(),
                start,
                longest,
                tally);
        try (fresh) {
            carryUntilStopped(fresh);
        } finally {
            delivery = null;
            longest = Math.min(longest, fresh.tooLong() - 1);
        }
        checkpoints.write(fresh.checkpoint());
    }

    /** The numbering is made durable before its first number is given. */
    private Checkpoint begin() throws IOException {
        Checkpoint last = checkpoints.read();
        Checkpoint start = last == null ? Checkpoint.beginning(clock.instant()) : last;
        Checkpoint safe = source.kind().repeatsInOrder() ? start : start.renumbered(clock.instant());
        checkpoints.write(safe);
        return safe;
    }

    /** An interrupt ends only the waiting for Kafka: what follows still closes files and writes the checkpoint. */
    private void carryUntilStopped(Delivery fresh) throws IOException, InterruptedException {
        try {
            fresh.awaitTopic();
            delivery = fresh;
            fresh.post(Topic.SOURCES, directoryEntry());
            while (!stopping) {
                carryUntilUnreadable(fresh);
            }
        } finally {
            if (Thread.interrupted()) {
                stopping = true;
            }
            keep(fresh.checkpoint());
        }
    }

    private void carryUntilUnreadable(Delivery fresh) throws InterruptedException {
        Position behind = fresh.lastSent();
        try (Source lines = Sources.open(source, behind, fresh.checkpoint().start(), clock)) {
            LOG.info("source {}: reading {} as {}", source.name(), source.path(), kind());
            Round round = new Round(source, settings.bytesPerSecond(), lines, fresh, lastBeat, clock);
            while (!stopping) {
                round.step();
                lastBeat = round.lastBeat();
                if (settle.due(clock.instant())) {
                    settle(round, lines, fresh);
                }
            }
        } catch (IOException e) {
            told(e);
            tellLedger(fresh, progress.behind(), clock.instant());
            pause();
        }
    }

    private void settle(Round round, Source lines, Delivery fresh) throws IOException {
        lines.recount();
        Checkpoint now = fresh.checkpoint();
        boolean kept = keep(now);
        if (kept && now.position() != null) {
            lines.acknowledged(now.position());
        }
        if (kept && lines.listening()) {
            trouble.over();
        }
        progress = progressOf(lines, now, round);
        if (ledger.due(clock.instant())) {
            tellLedger(fresh, progress.behind(), clock.instant());
        }
    }

    private SourceProgress progressOf(Source lines, Checkpoint now, Round round) {
        return new SourceProgress(
                source.name(),
                kind(),
                lines.readBytes(),
                lines.totalBytes(),
                now.acknowledged(),
                now.refusedInAll(),
                now.gapCount(),
                now.lastTime(),
                round.oldestUnread(),
                trouble.now(),
                round.ended());
    }

    /** A full disk does not stop the way: only the same lines would be sent again after a crash. */
    private boolean keep(Checkpoint now) {
        try {
            checkpoints.write(now);
            return true;
        } catch (IOException e) {
            told(new IOException("cannot write the checkpoint, going on without: " + e, e));
            return false;
        }
    }

    private void tellLedger(Delivery fresh, long behind, Instant now) {
        fresh.post(
                Topic.LEDGER,
                Entries.of(
                        source.name(),
                        kind(),
                        fresh.checkpoint(),
                        fresh.handed(),
                        behind,
                        lastBeat,
                        trouble.now(),
                        now));
    }

    private SourceRecord directoryEntry() {
        return new SourceRecord(
                source.name(), settings.host(), kind(), source.delay().toMillis(), clock.instant(), false);
    }

    private void told(Exception e) {
        trouble.is(e);
        progress = progress.with(trouble.now());
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
}
