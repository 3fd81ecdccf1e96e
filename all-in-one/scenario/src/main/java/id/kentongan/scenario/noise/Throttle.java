package id.kentongan.scenario.noise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** At most so many per name in any window of that length; asked in order of time. */
final class Throttle {
    private final int most;
    private final Duration window;
    private final Map<String, Deque<Instant>> passed = new HashMap<>();

    Throttle(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    boolean allows(String name, Instant at) {
        Deque<Instant> recent = passed.computeIfAbsent(name, any -> new ArrayDeque<>());
        while (!recent.isEmpty() && recent.peekFirst().isBefore(at.minus(window))) {
            recent.removeFirst();
        }
        return recent.size() < most;
    }

    void count(String name, Instant at) {
        passed.computeIfAbsent(name, any -> new ArrayDeque<>()).addLast(at);
    }
}
