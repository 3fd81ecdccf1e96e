package id.kentongan.allinone.verb;

import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.Leftovers;
import id.kentongan.allinone.instance.PartRecord;
import id.kentongan.allinone.instance.PartRecords;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks the running {@code up} to stop and waits until it is gone. Exit code 1: it is still there. */
@Command(name = "down", description = "Stop everything and wait until it is gone.")
public final class DownVerb implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 180;

    @Mixin
    private DataOption data = new DataOption();

    private final Surroundings surroundings;

    public DownVerb(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory folder = surroundings.data(data.folder);
        PartRecords records = new PartRecords(folder);
        Optional<PartRecord> launcher = records.launcher();
        Leftovers leftovers = new Leftovers(records);
        if (launcher.isEmpty() && leftovers.alive().isEmpty()) {
            surroundings.screen().say("Kentongan does not run on " + folder.root() + ": nothing to stop.");
            return 0;
        }
        if (launcher.isPresent() && !stopped(launcher.get())) {
            return 1;
        }
        leftovers.end(surroundings.screen()::say);
        surroundings.screen().say("Kentongan is stopped (berhenti).");
        return 0;
    }

    private boolean stopped(PartRecord launcher) throws InterruptedException {
        long pid = launcher.process().pid();
        surroundings.screen().say("Asking process " + pid + " to stop everything ...");
        launcher.process().signal("TERM");
        boolean gone = launcher.process().awaitEnd(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!gone) {
            surroundings
                    .screen()
                    .say("Process " + pid + " still runs after " + PATIENCE_SECONDS
                            + " s. Look at its window or log; kill -9 " + pid
                            + " and ./kentongan down end it by force.");
        }
        return gone;
    }
}
