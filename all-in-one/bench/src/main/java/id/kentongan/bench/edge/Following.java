package id.kentongan.bench.edge;

import id.kentongan.bench.ground.BrokenBenchException;
import id.kentongan.bench.ground.Broker;
import id.kentongan.bench.ground.Quantiles;
import id.kentongan.bench.ground.Running;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The forwarder beside a writer of 1,000 alerts a second, and then beside one that is silent. */
final class Following {
    private static final int PER_SECOND = 1_000;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 20;
    private static final int SETTLE_SECONDS = 5;
    private static final int IDLE_SECONDS = 30;
    private static final String STAMP = "{\"stamp\":";

    /** What was measured; times from a line's append to its append at the broker, whose clock is the same. */
    record Result(double p50Millis, double p99Millis, double idleCpuPercent) {}

    private final Broker broker;
    private final Forwarder forwarder;
    private final Path dir;
    private final Clock clock;

    Following(Broker broker, Forwarder forwarder, Path dir, Clock clock) {
        this.broker = broker;
        this.forwarder = forwarder;
        this.dir = dir;
        this.clock = clock;
    }

    Result measure(Path alerts) throws IOException, InterruptedException {
        Files.createDirectories(dir);
        Path file = Files.writeString(dir.resolve("living.json"), "");
        int count = (WARM_UP_SECONDS + SECONDS) * PER_SECOND;
        Trip trip = new Trip(dir, broker.bootstrap(), "following.", file, count);
        broker.create(Race.topics(trip));
        Running running = forwarder.start(trip);
        awaitReading(running);
        long measuredFrom = write(alerts, file, count);
        awaitAll(trip);
        Thread.sleep(SETTLE_SECONDS * 1000L);
        double before = running.cpuSeconds();
        long since = System.nanoTime();
        Thread.sleep(IDLE_SECONDS * 1000L);
        double idle = (running.cpuSeconds() - before) / ((System.nanoTime() - since) / 1e9) * 100;
        running.end();
        Quantiles latencies = Quantiles.of(latencies(trip, measuredFrom));
        broker.delete(Race.topics(trip));
        return new Result(latencies.at(0.5), latencies.at(0.99), idle);
    }

    private static void awaitReading(Running running) throws IOException, InterruptedException {
        for (int tries = 0; !Files.readString(running.log()).contains("reading"); tries++) {
            if (tries > 300 || !running.alive()) {
                throw new BrokenBenchException("the forwarder does not read; see " + running.log());
            }
            Thread.sleep(100);
        }
    }

    /** Appends line by line, each stamped; gives the first stamp behind the warm-up, epoch milliseconds. */
    private long write(Path alerts, Path file, int count) throws IOException {
        long measuredFrom = 0;
        try (BufferedReader lines = Files.newBufferedReader(alerts);
                FileChannel out = FileChannel.open(file, StandardOpenOption.APPEND)) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                String line = lines.readLine();
                if (line == null) {
                    throw new BrokenBenchException("expected " + count + " alerts in " + alerts + ", got " + i);
                }
                long due = start + i * (1_000_000_000L / PER_SECOND);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                long now = clock.millis();
                measuredFrom = i == WARM_UP_SECONDS * PER_SECOND ? now : measuredFrom;
                String stamped = STAMP + now + "," + line.substring(1) + "\n";
                out.write(ByteBuffer.wrap(stamped.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return measuredFrom;
    }

    private static void awaitAll(Trip trip) throws IOException, InterruptedException {
        for (int tries = 0; Forwarder.sent(trip) < trip.lines(); tries++) {
            if (tries > 300) {
                throw new BrokenBenchException(
                        "of " + trip.lines() + " alerts only " + Forwarder.sent(trip) + " were sent in time");
            }
            Thread.sleep(100);
        }
    }

    private static List<Long> latencies(Trip trip, long measuredFrom) {
        List<Long> latencies = new ArrayList<>();
        Arrived.each(trip.bootstrap(), trip.topic(), alert -> {
            String line = new String(alert.value(), StandardCharsets.UTF_8);
            long written = Long.parseLong(line.substring(STAMP.length(), line.indexOf(',')));
            if (written >= measuredFrom) {
                latencies.add(alert.timestamp() - written);
            }
        });
        return latencies;
    }
}
