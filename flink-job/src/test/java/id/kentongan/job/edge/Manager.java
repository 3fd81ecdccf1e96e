package id.kentongan.job.edge;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/** Writes alerts as one kind of source finds them; remembers what it wrote. */
abstract class Manager {
    final Random random;
    private final Set<String> written = new LinkedHashSet<>();
    private final Set<String> cut = new LinkedHashSet<>();
    int strange;
    int refused;
    private int number;

    Manager(long seed) {
        this.random = new Random(seed);
    }

    /** Does the next thing that a manager does; a few milliseconds. */
    abstract void step() throws Exception;

    /** Completes what was begun. */
    void finish() throws Exception {
        // nothing is begun
    }

    /** Kills what the source reads from, where that is a program. */
    void killItsOwn() throws Exception {
        // files cannot be killed
    }

    abstract String[] settings();

    /** Ids of all alerts written so far. */
    Set<String> written() {
        return written;
    }

    /** Ids of those that were cut away in place, read or not. */
    Set<String> cut() {
        return cut;
    }

    /** Lines so far that are no JSON: the job refuses them. */
    int strange() {
        return strange;
    }

    /** Lines so far that the forwarder itself refuses. */
    int refused() {
        return refused;
    }

    String alert() {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        String id = now.getEpochSecond() + "." + ++number;
        written.add(id);
        return "{\"timestamp\":\"" + now.toString().replace("Z", "+0000") + "\",\"rule\":{\"level\":5,\"id\":\"5760\"},"
                + "\"agent\":{\"id\":\"" + String.format("%03d", random.nextInt(20)) + "\"},"
                + "\"manager\":{\"name\":\"wazuh-1\"},\"id\":\"" + id + "\",\"full_log\":\""
                + "x".repeat(random.nextInt(600)) + "\"}";
    }

    int next() {
        return ++number;
    }
}
