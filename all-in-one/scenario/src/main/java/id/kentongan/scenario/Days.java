package id.kentongan.scenario;

import id.kentongan.scenario.alert.Alert;
import id.kentongan.scenario.alert.AlertFile;
import id.kentongan.scenario.alert.Daemon;
import id.kentongan.scenario.attack.Plan;
import id.kentongan.scenario.attack.Planted;
import id.kentongan.scenario.attack.Truth;
import id.kentongan.scenario.noise.Noise;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Office;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** The whole scenario: planted alerts and noise, merged minute by minute into one file in order of time. */
final class Days {
    private static final int MINUTES = 24 * 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Size size;
    private final Office office;
    private final Plan plan;
    private final Noise noise;
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparing(Waiting::order));
    private long order;

    /** What to write: {@code rate} is alerts a day, about. */
    record Size(long seed, Instant start, int days, int agents, int rate) {}

    private record Waiting(Instant at, long order, Alert alert) {}

    Days(Size size) {
        this.size = size;
        this.office = new Office(size.agents());
        Random attacks = new Random(size.seed());
        Addresses addresses = new Addresses(attacks);
        this.plan = Plan.of(office, addresses, size.start(), size.days(), attacks);
        this.noise = new Noise(office, addresses, plan, new Random(~size.seed()));
    }

    List<Truth> truth() {
        return plan.planted().stream()
                .map(Planted::truth)
                .sorted(Comparator.comparing(Truth::first))
                .toList();
    }

    /** Writes all and says how many alerts that were. */
    long writeTo(AlertFile file) throws IOException {
        plan.planted().forEach(planted -> planted.alerts().forEach(this::enqueue));
        enqueue(Daemon.serverStarted(size.start(), office.manager()));
        for (Agent agent : office.agents()) {
            enqueue(Daemon.agentStarted(size.start().plusMillis(1500L + 40L * order), agent));
        }
        long written = 0;
        for (int day = 0; day < size.days(); day++) {
            written += writeDay(file, size.start().plus(Duration.ofDays(day)));
        }
        return written + writeBefore(file, Instant.MAX);
    }

    private long writeDay(AlertFile file, Instant dayStart) throws IOException {
        double whole = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            whole += Noise.weight(dayStart.plus(MINUTE.multipliedBy(minute)));
        }
        long noiseOfDay = Math.max(0, size.rate() - plan.alerts() / size.days());
        double passed = 0;
        long given = 0;
        long written = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant start = dayStart.plus(MINUTE.multipliedBy(minute));
            passed += Noise.weight(start);
            long due = Math.round(noiseOfDay * passed / whole);
            noise.in(start, (int) (due - given)).forEach(this::enqueue);
            given = due;
            written += writeBefore(file, start.plus(MINUTE));
        }
        return written;
    }

    private long writeBefore(AlertFile file, Instant end) throws IOException {
        long written = 0;
        for (Waiting next = waiting.peek(); next != null && next.at().isBefore(end); next = waiting.peek()) {
            file.write(next.alert());
            waiting.remove();
            written++;
        }
        return written;
    }

    private void enqueue(Alert alert) {
        waiting.add(new Waiting(alert.at(), order++, alert));
    }
}
