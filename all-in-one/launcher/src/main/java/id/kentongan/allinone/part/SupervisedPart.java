package id.kentongan.allinone.part;

import id.kentongan.allinone.instance.PartRecord;
import id.kentongan.allinone.instance.PartRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One part as a process, from its first start to its stop.
 *
 * <pre>
 *            start()          the ready check passes
 *   (none) ──────────► STARTING ───────────────────► UP
 *                       ▲    │ dies, or is late      │ dies
 *                       │    ▼                       ▼
 *                       └── PAUSING ◄────────────────┘      1 s, doubled up to 30 s
 *
 *   STARTING, first time: dies or is late ─► StartFailed, not tried again
 *   any state: stop() ─► STOPPED (asked by its stop signal, killed when it does not stop)
 * </pre>
 *
 * Each change is written to the part's record. {@code start} and {@code stop} may be called from different threads.
 */
public final class SupervisedPart {
    private static final Duration PATIENCE_WITH_A_STOP = Duration.ofSeconds(30);
    private static final long MILLIS_BETWEEN_PROBES = 200;

    private enum Outcome {
        READY,
        DIED,
        LATE,
        STOPPED
    }

    private final Part part;
    private final PartRecords records;
    private final Told told;
    private final Clock clock;
    private final Duration patienceWithAStop;
    private final Pause pause = new Pause();
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private @Nullable Process process;
    private Instant startedAt = Instant.EPOCH;
    private int restarts;

    public SupervisedPart(Part part, PartRecords records, Told told, Clock clock) {
        this(part, records, told, clock, PATIENCE_WITH_A_STOP);
    }

    SupervisedPart(Part part, PartRecords records, Told told, Clock clock, Duration patienceWithAStop) {
        this.part = part;
        this.records = records;
        this.told = told;
        this.clock = clock;
        this.patienceWithAStop = patienceWithAStop;
    }

    /** Returns when the part is ready, and keeps it running from then on. */
    public void start() throws InterruptedException {
        Process first = launch();
        if (first == null) {
            throw new StartFailed(part.name() + " was stopped before it started.", part.log());
        }
        Outcome outcome = awaitReady(first);
        if (outcome != Outcome.READY) {
            throw new StartFailed(part.name() + " " + whyNot(outcome, first), part.log());
        }
        Thread keeper = new Thread(() -> keepRunning(first), "keeps-" + part.name());
        keeper.setDaemon(true);
        keeper.start();
    }

    /** Returns when the process is gone; does nothing when there is none. */
    public void stop() throws InterruptedException {
        Process running;
        synchronized (this) {
            stopAsked.countDown();
            running = process;
        }
        if (running == null) {
            return;
        }
        Child.identityOf(running).ifPresent(it -> it.signal(part.stopSignal()));
        if (!running.waitFor(patienceWithAStop.toMillis(), TimeUnit.MILLISECONDS)) {
            running.destroyForcibly();
            told.killed(part);
            running.waitFor(patienceWithAStop.toMillis(), TimeUnit.MILLISECONDS);
        }
        records.remove(part.name());
    }

    public Part part() {
        return part;
    }

    private void keepRunning(Process first) {
        try {
            @Nullable Process current = first;
            while (current != null) {
                int exitCode = current.waitFor();
                current = pauseAfter(exitCode) ? restart() : null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when no start may follow. */
    private boolean pauseAfter(int exitCode) throws InterruptedException {
        if (stopAsked.getCount() == 0) {
            return false;
        }
        Duration wait = pause.after(Duration.between(startedAt, clock.instant()));
        told.died(part, exitCode, wait);
        return !stopAsked.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private @Nullable Process restart() throws InterruptedException {
        restarts++;
        Process next = launch();
        if (next != null) {
            Outcome outcome = awaitReady(next);
            if (outcome == Outcome.READY) {
                told.backUp(part, Duration.between(startedAt, clock.instant()));
            } else if (outcome == Outcome.LATE) {
                told.late(part);
                next.destroyForcibly();
            }
        }
        return next;
    }

    /** Null once a stop was asked for: nothing may start behind its back. */
    private synchronized @Nullable Process launch() {
        if (stopAsked.getCount() == 0) {
            return null;
        }
        startedAt = clock.instant();
        process = Child.start(part.command(), part.log());
        record(process, "STARTING");
        return process;
    }

    private Outcome awaitReady(Process starting) throws InterruptedException {
        long deadline = System.nanoTime() + part.patience().toNanos();
        while (System.nanoTime() - deadline < 0) {
            if (!starting.isAlive()) {
                return stopAsked.getCount() == 0 ? Outcome.STOPPED : Outcome.DIED;
            }
            if (part.probe().ready() && starting.isAlive()) {
                record(starting, "UP");
                return Outcome.READY;
            }
            if (stopAsked.await(MILLIS_BETWEEN_PROBES, TimeUnit.MILLISECONDS)) {
                return Outcome.STOPPED;
            }
        }
        return Outcome.LATE;
    }

    private String whyNot(Outcome outcome, Process failed) {
        return switch (outcome) {
            case DIED -> "ended with exit code " + failed.exitValue() + " before it was ready.";
            case LATE -> "was not ready within " + part.patience().toSeconds() + " s.";
            case READY, STOPPED -> "was stopped while it started.";
        };
    }

    /** A process that is gone already leaves the record of its start as it was. */
    private synchronized void record(Process of, String state) {
        if (stopAsked.getCount() > 0) {
            Child.identityOf(of)
                    .ifPresent(it -> records.write(new PartRecord(
                            part.rank(),
                            part.name(),
                            it,
                            state,
                            startedAt,
                            restarts,
                            part.address(),
                            part.stopSignal())));
        }
    }
}
