package id.kentongan.allinone.verb;

import id.kentongan.allinone.console.ReplayBar;
import id.kentongan.allinone.console.StartBoard;
import id.kentongan.allinone.console.Welcome;
import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.Input;
import id.kentongan.allinone.instance.InstanceLock;
import id.kentongan.allinone.instance.Leftovers;
import id.kentongan.allinone.instance.PartRecords;
import id.kentongan.allinone.instance.PortClaims;
import id.kentongan.allinone.instance.Ports;
import id.kentongan.allinone.instance.RememberedInput;
import id.kentongan.allinone.instance.Secrets;
import id.kentongan.allinone.instance.SpoolFile;
import id.kentongan.allinone.parts.Everything;
import id.kentongan.allinone.parts.ForwarderPart;
import id.kentongan.allinone.parts.Instance;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and keeps it running until it is asked to stop. */
@Command(name = "up", description = "Start everything on this machine; stop with Ctrl-C or ./kentongan down.")
public final class UpVerb implements Callable<Integer> {
    private static final long MILLIS_BETWEEN_REDRAWS = 500;

    @Mixin
    private DataOption data = new DataOption();

    @ArgGroup(exclusive = false, heading = "Where alerts come from (default: the demo, or what it was last time):%n")
    private InputOptions inputs = new InputOptions();

    @Option(names = "--hook-delay", hidden = true)
    private @Nullable Duration hookDelay;

    private final Surroundings surroundings;

    public UpVerb(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        surroundings.home().requireBuilt();
        DataDirectory folder = surroundings.data(data.folder);
        folder.create();
        System.setProperty("kentongan.launcher.log", folder.log("launcher").toString());
        StopRequest stop = StopRequest.interrupts(Thread.currentThread());
        try (InstanceLock lock = InstanceLock.take(folder);
                PortClaims claims = new PortClaims()) {
            lock.sign(surroundings.clock().instant());
            run(folder, claims, stop);
        } catch (InterruptedException stopped) {
            surroundings.screen().say("Stopped (berhenti). ./kentongan up goes on where it was.");
        } finally {
            stop.finished();
        }
        return 0;
    }

    /** Ends by an exception: the interrupt that asks it to stop, or the trouble that kept a part from starting. */
    private void run(DataDirectory folder, PortClaims claims, StopRequest stop) throws InterruptedException {
        Instant begun = surroundings.clock().instant();
        new Leftovers(new PartRecords(folder)).end(surroundings.screen()::say);
        folder.emptyTemporary();
        Instance instance = prepare(folder, claims);
        StartBoard board = new StartBoard(surroundings.screen(), surroundings.clock());
        Everything everything = new Everything(instance, board, surroundings.clock());
        try {
            surroundings.screen().say("Starting Kentongan in " + folder.root());
            start(everything, board);
            Duration took = Duration.between(begun, surroundings.clock().instant());
            surroundings.screen().say(new Welcome(instance).after(took));
            showReplay(instance);
            new CountDownLatch(1).await();
        } finally {
            stop.stopping();
            board.clear();
            everything.stop();
        }
    }

    private Instance prepare(DataDirectory folder, PortClaims claims) {
        Optional<Input> asked = inputs.asked(folder);
        Input input = new RememberedInput(folder).settle(asked, inputs.otherwise(folder));
        double speed = inputs.speedFor(input);
        if (input.kind() == Input.Kind.HOOK) {
            new SpoolFile(input.path()).create();
        }
        Secrets secrets = new Secrets(folder);
        secrets.create(new SecureRandom());
        Ports ports = Ports.kept(folder).orFreeOnes(claims::claim, surroundings.screen()::say);
        ports.keep(folder);
        return new Instance(surroundings.home(), folder, ports, secrets, input, speed, hookDelay);
    }

    private static void start(Everything everything, StartBoard board) throws InterruptedException {
        ScheduledExecutorService redrawing = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = redrawing.scheduleWithFixedDelay(
                    board::redraw, MILLIS_BETWEEN_REDRAWS, MILLIS_BETWEEN_REDRAWS, TimeUnit.MILLISECONDS);
            everything.start();
        } finally {
            redrawing.shutdownNow();
        }
    }

    private void showReplay(Instance instance) throws InterruptedException {
        boolean finite =
                instance.input().kind() == Input.Kind.DEMO || instance.input().kind() == Input.Kind.RECORDED;
        ReplayBar bar = new ReplayBar(surroundings.screen(), ForwarderPart.progressFile(instance));
        while (finite && !bar.ended()) {
            bar.redraw();
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_REDRAWS);
        }
    }
}
