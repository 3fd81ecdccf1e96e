package id.kentongan.job.edge;

import id.kentongan.forwarder.trial.Broker;
import id.kentongan.forwarder.trial.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills with -9 at seeded moments: mostly the forwarder, at times the broker or what the source reads from. */
final class Kills {
    private static final long PATIENCE = 5_000_000_000L;

    private final Random random;
    private final Program program;
    private final Broker broker;
    private final List<String> killed = new ArrayList<>();
    private final int most;
    private long next;
    private long carriedBefore;

    Kills(long seed, int most, Program program, Broker broker) {
        this.random = new Random(seed * 7919);
        this.most = most;
        this.program = program;
        this.broker = broker;
        this.next = inAMoment();
    }

    private long inAMoment() {
        return System.nanoTime() + (300 + random.nextInt(2_200)) * 1_000_000L;
    }

    boolean done() {
        return killed.size() >= most && System.nanoTime() > next;
    }

    void maybe(Manager manager) throws Exception {
        if (System.nanoTime() < next || killed.size() >= most) {
            return;
        }
        if (System.nanoTime() < next + PATIENCE && random.nextInt(4) > 0 && carried() == carriedBefore) {
            return; // mostly in the middle of its work, at times while it starts
        }
        int what = random.nextInt(10);
        if (what < 6) {
            program.kill();
            for (int i = random.nextInt(30); i > 0; i--) {
                manager.step(); // goes on while nobody reads
            }
            program.start();
            killed.add("forwarder");
        } else if (what < 8) {
            broker.kill();
            for (int i = random.nextInt(30); i > 0; i--) {
                manager.step();
            }
            broker.start();
            killed.add("broker");
        } else {
            program.kill();
            broker.kill();
            manager.killItsOwn();
            program.start();
            broker.start();
            killed.add("everything");
        }
        carriedBefore = carried();
        next = inAMoment();
    }

    /** Alerts that the forwarder says are safe. */
    long carried() {
        try {
            return program.progress().path("sent").asLong();
        } catch (IOException e) {
            return 0;
        }
    }

    List<String> killed() {
        return killed;
    }
}
