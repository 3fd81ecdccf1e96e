package id.kentongan.allinone.part;

import id.kentongan.allinone.instance.PartRecord;
import id.kentongan.allinone.instance.PartRecords;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs programs that end by themselves, such as the one that prepares a database. */
public final class Task {
    private final PartRecords records;
    private final Clock clock;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    public Task(PartRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Returns when the program ended well; anything else is a {@link StartFailed} saying {@code doing}. */
    public void run(String name, String doing, List<String> command, Path log, long patienceSeconds)
            throws InterruptedException {
        Process process = launch(command, log);
        Child.identityOf(process)
                .ifPresent(
                        it -> records.write(new PartRecord(0, name, it, "STARTING", clock.instant(), 0, "", "TERM")));
        boolean ended = process.waitFor(patienceSeconds, TimeUnit.SECONDS);
        process.destroyForcibly();
        running.remove(process);
        records.remove(name);
        if (!ended) {
            throw new StartFailed(doing + " took longer than " + patienceSeconds + " s.", log);
        }
        if (process.exitValue() != 0) {
            throw new StartFailed(doing + " failed with exit code " + process.exitValue() + ".", log);
        }
    }

    /** Ends whatever runs and lets nothing more start. */
    public synchronized void stop() {
        stopped = true;
        running.forEach(Process::destroy);
    }

    private synchronized Process launch(List<String> command, Path log) {
        if (stopped) {
            throw new StartFailed("Stopped before " + command.get(0) + " ran.", log);
        }
        Process process = Child.start(command, log);
        running.add(process);
        return process;
    }
}
