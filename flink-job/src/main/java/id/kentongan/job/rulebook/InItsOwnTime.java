package id.kentongan.job.rulebook;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that a person's text could make endless, done in a thread of its own. Thread-safe. */
final class InItsOwnTime {
    private static final long STACK_BYTES = 16L << 20;

    private InItsOwnTime() {}

    /**
     * Waits for the answer; after {@code limit} gives {@code otherwise} and leaves the thread, a daemon,
     * to itself, interrupted.
     */
    static <T> T within(Duration limit, Supplier<T> work, T otherwise) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "checks-a-rule", STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(InItsOwnTime.class.getClassLoader());
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
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
