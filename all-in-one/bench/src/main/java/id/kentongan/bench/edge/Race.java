package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Broker;
import id.kentongan.bench.ground.Running;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All shippers one after the other, in rounds whose order turns, each with topics of its own. */
final class Race {
    private static final long LOOK_MILLIS = 50;
    private static final long SLOWEST_BYTES_PER_SECOND = 4_000_000;

    private final Broker broker;
    private final Path dir;
    private final PrintWriter said;

    Race(Broker broker, Path dir, PrintWriter said) {
        this.broker = broker;
        this.dir = dir;
        this.said = said;
    }

    List<Run> run(List<Shipper> shippers, Path alerts, Fingerprints expected, int rounds)
            throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        List<Shipper> order = new ArrayList<>(shippers);
        for (int round = 1; round <= rounds; round++) {
            for (Shipper shipper : order) {
                Run run = run(shipper, alerts, expected, dir.getFileName() + "-" + shipper.name() + "-" + round);
                said.printf(
                        Locale.ROOT,
                        "  round %d  %-10s %,9.0f alerts/s  %s%n",
                        round,
                        shipper.name(),
                        run.alertsPerSecond(),
                        run.sound() ? "all there, none twice" : run.fault());
                said.flush();
                runs.add(run);
            }
            Collections.rotate(order, 1);
        }
        return runs;
    }

    private Run run(Shipper shipper, Path alerts, Fingerprints expected, String name)
            throws IOException, InterruptedException {
        Trip trip = new Trip(
                Files.createDirectories(dir.resolve(name)), broker.bootstrap(), name + ".", alerts, expected.lines());
        List<String> topics = topics(trip);
        broker.create(topics);
        double brokerBefore = broker.cpuSeconds();
        Running running = shipper.start(trip);
        String late = await(shipper, trip, running);
        double cpu = running.cpuSeconds();
        double brokerCpu = broker.cpuSeconds() - brokerBefore;
        double peak = running.peakResidentMb();
        running.end();
        Arrived arrived = Arrived.read(broker.bootstrap(), trip.topic(), expected);
        broker.delete(topics);
        String fault = Stream.of(late, arrived.fault())
                .filter(it -> !it.isEmpty())
                .reduce((one, two) -> one + "; " + two)
                .orElse("");
        return new Run(
                shipper.name(),
                arrived.alerts(),
                arrived.seconds(),
                arrived.secondHalfSeconds(),
                cpu,
                brokerCpu,
                peak,
                fault);
    }

    static List<String> topics(Trip trip) {
        return Stream.of("alerts", "alerts.rejected", "sources", "ledger")
                .map(it -> trip.prefix() + it)
                .toList();
    }

    /** Empty when all was sent; else why it was not waited for any longer. */
    private String await(Shipper shipper, Trip trip, Running running) throws IOException, InterruptedException {
        long deadline =
                System.nanoTime() + (60 + Files.size(trip.alerts()) / SLOWEST_BYTES_PER_SECOND) * 1_000_000_000L;
        while (broker.records(trip.topic()) < trip.lines() || !shipper.saysDone(trip)) {
            if (!running.alive() && broker.records(trip.topic()) < trip.lines()) {
                return "it ended too early, see " + running.log();
            }
            if (System.nanoTime() > deadline) {
                return "it took too long, see " + running.log();
            }
            running.cpuSeconds();
            running.peakResidentMb();
            Thread.sleep(LOOK_MILLIS);
        }
        return "";
    }
}
