package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Broker;
import id.kentongan.bench.ground.Children;
import id.kentongan.bench.ground.DebianPrograms;
import id.kentongan.bench.ground.Folder;
import id.kentongan.bench.ground.Home;
import id.kentongan.bench.ground.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole bench of the edge, step by step. */
public final class EdgeBench {
    private static final int WARM_UP_MB = 100;

    private final Home home;
    private final Children children;
    private final PrintWriter said;
    private final Clock clock;
    private final DebianPrograms debian;
    private final Forwarder forwarder;
    private final Kcat kcat;
    private final List<Shipper> all;
    private final Map<String, String> missing = new LinkedHashMap<>();

    public EdgeBench(Home home, Children children, PrintWriter said, Clock clock) {
        this.home = home;
        this.children = children;
        this.said = said;
        this.clock = clock;
        this.debian = new DebianPrograms(children, home.work().resolve("debian"));
        this.forwarder = new Forwarder(home, children);
        this.kcat = new Kcat(debian, children);
        this.all = List.of(kcat, new Rsyslog(debian, children), new SyslogNg(debian, children), forwarder);
    }

    /** Each with its settings, for people. */
    public List<String> shippers() {
        return all.stream().map(it -> it.name() + ": " + it.settings()).toList();
    }

    public EdgeFigures measure(int megabytes, int rounds) throws IOException, InterruptedException {
        Path run = new Folder(home.work().resolve("run")).emptied();
        List<Shipper> ready = ready();
        Path alerts = alerts(megabytes);
        Fingerprints expected = Fingerprints.of(alerts);
        tell(expected.lines() + " alerts, no line twice");
        try (Broker broker = Broker.start(home, children, run)) {
            warmUp(broker, run);
            tell("Load average " + Machine.loadAverage() + "; " + rounds + " rounds");
            List<Run> runs = new Race(broker, Files.createDirectories(run.resolve("race")), said)
                    .run(ready, alerts, expected, rounds);
            tell("The follower at 1,000 alerts a second, then idle: about a minute");
            var following = new Following(broker, forwarder, run.resolve("following"), clock).measure(alerts);
            tell("The hook");
            var hook = new HookCost(home, run.resolve("hook")).measure();
            return new EdgeFigures(
                    Files.size(alerts),
                    expected.lines(),
                    rounds,
                    runs,
                    missing,
                    following,
                    hook,
                    Machine.loadAverage());
        }
    }

    private List<Shipper> ready() throws IOException, InterruptedException {
        List<Shipper> ready = new ArrayList<>();
        for (Shipper shipper : all) {
            if (shipper.ready()) {
                ready.add(shipper);
            } else {
                String why = "its Debian packages could not be had; see " + debian.log();
                missing.put(shipper.name(), why);
                tell(shipper.name() + ": " + why);
            }
        }
        return ready;
    }

    private Path alerts(int megabytes) throws IOException, InterruptedException {
        Path file = ScenarioAlerts.file(home, megabytes);
        tell(Files.exists(file) ? "Alerts kept from an earlier run: " + file : "Writing alerts to " + file);
        return new ScenarioAlerts(home, children).make(megabytes);
    }

    /** A broker that has just started is slow for whoever comes first. */
    private void warmUp(Broker broker, Path run) throws IOException, InterruptedException {
        Path alerts = new ScenarioAlerts(home, children).make(WARM_UP_MB);
        Path dir = Files.createDirectories(run.resolve("warm-up"));
        tell("Warming the broker up");
        PrintWriter nobody = new PrintWriter(java.io.Writer.nullWriter());
        List<Shipper> shippers = missing.containsKey(kcat.name()) ? List.of(forwarder) : List.of(kcat, forwarder);
        List<Run> unused = new Race(broker, dir, nobody).run(shippers, alerts, Fingerprints.of(alerts), 2);
    }

    private void tell(String what) {
        said.println(what);
        said.flush();
    }
}
