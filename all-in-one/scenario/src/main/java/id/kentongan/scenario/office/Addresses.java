package id.kentongan.scenario.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Addresses from the documentation ranges, dealt out once: an attacker's address is never used by noise, and noise that
 * scans never shares an address with noise that probes, so that no chain arises by chance.
 */
public final class Addresses {
    private static final List<String> RANGES = List.of("192.0.2.", "198.51.100.", "203.0.113.");
    private static final int VISITORS = 120;
    private static final int GUESSERS = 90;
    private static final int SCANNERS = 30;
    private static final int PROBERS = 30;

    private final Deque<String> forAttackers;
    private final List<String> visitors;
    private final List<String> guessers;
    private final List<String> scanners;
    private final List<String> probers;

    public Addresses(Random random) {
        List<String> all = new ArrayList<>();
        for (String range : RANGES) {
            for (int last = 1; last < 255; last++) {
                all.add(range + last);
            }
        }
        Collections.shuffle(all, random);
        this.forAttackers = new ArrayDeque<>(all);
        this.visitors = take(VISITORS);
        this.guessers = take(GUESSERS);
        this.scanners = take(SCANNERS);
        this.probers = take(PROBERS);
    }

    /** An address that nobody else has; there are enough for fourteen days of attacks. */
    public String attacker() {
        return forAttackers.removeFirst();
    }

    public String visitor(Random random) {
        return visitors.get(random.nextInt(visitors.size()));
    }

    public String passwordGuesser(Random random) {
        return guessers.get(random.nextInt(guessers.size()));
    }

    public String scanner(Random random) {
        return scanners.get(random.nextInt(scanners.size()));
    }

    public String prober(Random random) {
        return probers.get(random.nextInt(probers.size()));
    }

    /** A desk inside the office. */
    public static String inside(Random random) {
        return "10.20." + (100 + random.nextInt(4)) + "." + (10 + random.nextInt(200));
    }

    private List<String> take(int count) {
        List<String> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(forAttackers.removeFirst());
        }
        return List.copyOf(taken);
    }
}
