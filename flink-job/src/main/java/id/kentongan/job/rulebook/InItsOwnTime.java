package id.kentongan.job.rulebook;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that a person's text could make endless, done in a thread of its own. Thread-safe. */
final class InItsOwnTime {
    private static final long STACK_BYTES = 16L << 20;
    private static final long LOOK_MILLIS = 100;
    /** A machine that is so much busier than one that does nothing else is taken for one that never gets there. */
    private static final int BUSIEST = 10;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private InItsOwnTime() {}

    /**
     * Waits for the answer. Once the work has taken {@code limit} of CPU, or ten times that passed, gives {@code otherwise}
     * and leaves the thread, a daemon, to itself, interrupted. So a busy machine does not refuse a sound text.
     */
    static <T> T within(Duration limit, Supplier<T> work, T otherwise) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "checks-a-rule", STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(InItsOwnTime.class.getClassLoader());
        thread.start();
        long from = System.nanoTime();
        try {
            while (THREADS.getThreadCpuTime(thread.getId()) < limit.toNanos()
                    && System.nanoTime() - from < BUSIEST * limit.toNanos()) {
                try {
                    return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // looks again
                }
            }
            thread.interrupt();
            return otherwise;
        } catch (ExecutionException e) {
            throw new IllegalStateException("expected a fault of a rule to be told, not thrown", e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a rule was checked", e);
        }
    }
}
