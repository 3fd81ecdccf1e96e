package id.kentongan.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, never for a time. */
final class Await {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    interface Condition {
        boolean holds() throws IOException;
    }

    private Await() {}

    static void until(String what, Condition condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        IOException last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        throw new AssertionError("waited " + LIMIT + " for " + what, last);
    }
}
