package id.kentongan.forwarder;

import id.kentongan.forwarder.checkpoint.StateLock;
import id.kentongan.forwarder.forward.Refusal;
import id.kentongan.forwarder.forward.Tally;
import id.kentongan.forwarder.metrics.MetricsPage;
import id.kentongan.forwarder.metrics.ProgressFile;
import id.kentongan.forwarder.settings.BadSettingsException;
import id.kentongan.forwarder.settings.ForwarderSettings;
import id.kentongan.forwarder.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries every source to Kafka until it is told to stop. Exit 0 after SIGTERM, 1 when it cannot start, 2 on bad
 * settings or a wrong call.
 */
public final class Forwarder {
    private static final Logger LOG = LogManager.getLogger(Forwarder.class);
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofMillis(700);
    private static final Duration STOP = Duration.ofSeconds(3);

    private final List<Courier> couriers;
    private final List<Thread> threads;
    private final ProgressFile progress;
    private final @Nullable MetricsPage page;
    /** Held while we live. */
    private final StateLock lock;

    private volatile boolean stopping;

    private Forwarder(ForwarderSettings settings, Clock clock) throws IOException {
        Files.createDirectories(settings.stateDir());
        this.lock = StateLock.only(settings.stateDir());
        Tally tally = new Tally();
        this.couriers = settings.sources().stream()
                .map(source -> new Courier(settings, source, tally, clock))
                .toList();
        this.threads = couriers.stream()
                .map(courier ->
                        new Thread(courier, "courier-" + courier.progress().name()))
                .toList();
        this.progress = new ProgressFile(settings.stateDir());
        this.page = settings.metricsPort() == 0 ? null : page(settings.metricsPort(), tally, couriers, clock);
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1) {
            LOG.error("usage: forwarder SETTINGS_FILE");
            System.exit(2);
        }
        try {
            Forwarder forwarder = new Forwarder(SettingsFile.read(Path.of(args[0])), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(forwarder::stop, "stop"));
            forwarder.run();
        } catch (BadSettingsException e) {
            e.faults().forEach(LOG::error);
            System.exit(2);
        } catch (IOException e) {
            LOG.error("cannot start: {}", e.toString());
            System.exit(1);
        }
    }

    private void run() throws InterruptedException {
        threads.forEach(Thread::start);
        String trouble = "";
        while (!stopping) {
            couriers.forEach(Courier::tellIfKafkaIsAway);
            trouble = writeProgress(trouble);
            Thread.sleep(WATCH.toMillis());
        }
    }

    private String writeProgress(String lastTrouble) {
        try {
            progress.write(couriers.stream().map(Courier::progress).toList());
            return "";
        } catch (IOException e) {
            if (!e.toString().equals(lastTrouble)) {
                LOG.warn("cannot write progress.json: {}", e.toString());
            }
            return e.toString();
        }
    }

    private static MetricsPage page(int port, Tally tally, List<Courier> couriers, Clock clock) throws IOException {
        MetricsPage page = new MetricsPage(port, clock);
        page.sent(tally::sent);
        for (Refusal refusal : Refusal.values()) {
            page.rejected(refusal.code(), () -> tally.rejected(refusal));
        }
        couriers.forEach(courier -> page.source(courier.progress().name(), courier::progress));
        return page;
    }

    /** Flushes and writes checkpoints; takes at most five seconds. */
    private void stop() {
        stopping = true;
        couriers.forEach(Courier::stop);
        try {
            join(GRACE);
            threads.forEach(Thread::interrupt);
            join(STOP);
        } catch (InterruptedException e) {
            LOG.warn("stopped while stopping");
        }
        if (page != null) {
            page.close();
        }
        lock.close();
        LOG.info("stopped");
        LogManager.shutdown();
    }

    private void join(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
    }
}
