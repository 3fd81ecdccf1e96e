package id.kentongan.forwarder.trial;

import java.util.concurrent.Callable;

/** Waits for a condition, not for a time. */
public final class Await {
    private Await() {}

    public static void until(String what, int seconds, Callable<Boolean> condition) throws Exception {
        until(what, seconds, 50, condition);
    }

    /** Looks once a second: where looking would take part of what is measured. */
    public static void untilSeldomAsked(String what, int seconds, Callable<Boolean> condition) throws Exception {
        until(what, seconds, 1_000, condition);
    }

    private static void until(String what, int seconds, int millis, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception e) {
                last = e;
            }
            Thread.sleep(millis);
        }
        throw new AssertionError("waited " + seconds + " s in vain until " + what, last);
    }
}
