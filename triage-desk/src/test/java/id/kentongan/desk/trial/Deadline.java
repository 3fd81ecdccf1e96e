package id.kentongan.desk.trial;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not for time. */
public final class Deadline {
    private final long endNanos;
    private final Duration span;

    private Deadline(Duration span) {
        this.span = span;
        this.endNanos = System.nanoTime() + span.toNanos();
    }

    public static Deadline within(Duration span) {
        return new Deadline(span);
    }

    public void until(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNanos) {
                throw new AssertionError("not within " + span + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
