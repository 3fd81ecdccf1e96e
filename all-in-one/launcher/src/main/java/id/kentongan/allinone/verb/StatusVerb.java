package id.kentongan.allinone.verb;

import id.kentongan.allinone.console.Seconds;
import id.kentongan.allinone.console.Table;
import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.Memory;
import id.kentongan.allinone.instance.PartRecord;
import id.kentongan.allinone.instance.PartRecords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which parts run. Exit code 0: all are up; 1: some are not; 3: nothing runs. */
@Command(name = "status", description = "Show the parts: exit code 0 all up, 1 some not, 3 not running.")
public final class StatusVerb implements Callable<Integer> {
    private static final int SOME_NOT_UP = 1;
    private static final int NOT_RUNNING = 3;

    @Mixin
    private DataOption data = new DataOption();

    private final Surroundings surroundings;

    public StatusVerb(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DataDirectory folder = surroundings.data(data.folder);
        PartRecords records = new PartRecords(folder);
        Optional<PartRecord> launcher = records.launcher();
        List<PartRecord> parts = records.parts();
        List<PartRecord> alive =
                parts.stream().filter(it -> it.process().isAlive()).toList();
        if (launcher.isEmpty() && alive.isEmpty()) {
            surroundings
                    .screen()
                    .say("Kentongan does not run on " + folder.root() + ". Start it with ./kentongan up"
                            + " (--data DIR for another folder).");
            return NOT_RUNNING;
        }
        show(launcher, parts);
        boolean allUp = launcher.isPresent()
                && !parts.isEmpty()
                && parts.stream().allMatch(it -> state(it).equals("UP"));
        return allUp ? 0 : SOME_NOT_UP;
    }

    private void show(Optional<PartRecord> launcher, List<PartRecord> parts) {
        Table table = new Table("PART", "STATE", "PID", "UP FOR", "RESTARTS", "MEMORY", "ADDRESS");
        parts.forEach(it -> row(table, it));
        launcher.ifPresent(it -> row(table, it));
        surroundings.screen().say(table.toString());
        long bytes = parts.stream().mapToLong(StatusVerb::memory).sum()
                + launcher.map(StatusVerb::memory).orElse(0L);
        surroundings.screen().say("Memory in all: " + megabytes(bytes));
        if (launcher.isEmpty()) {
            surroundings
                    .screen()
                    .say("The launcher was killed: nobody restarts these parts."
                            + " ./kentongan up starts afresh, ./kentongan down ends them.");
        }
    }

    private void row(Table table, PartRecord part) {
        boolean alive = part.process().isAlive();
        table.row(
                part.part(),
                state(part),
                alive ? Long.toString(part.process().pid()) : "-",
                alive
                        ? Seconds.inWords(Duration.between(
                                part.since(), surroundings.clock().instant()))
                        : "-",
                Integer.toString(part.restarts()),
                alive ? megabytes(memory(part)) : "-",
                part.address());
    }

    private static String state(PartRecord part) {
        return part.process().isAlive() ? part.state() : "DOWN";
    }

    /** The launcher's children are the parts, which have lines of their own. */
    private static long memory(PartRecord part) {
        if (!part.process().isAlive()) {
            return 0;
        }
        long pid = part.process().pid();
        return part.part().equals(PartRecords.LAUNCHER) ? Memory.ofAlone(pid) : Memory.of(pid);
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }
}
