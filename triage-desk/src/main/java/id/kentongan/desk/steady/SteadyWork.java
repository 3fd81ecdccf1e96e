package id.kentongan.desk.steady;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own, from start to stop. It asks {@link #stopped} now and then, and ends when that is so. */
public final class SteadyWork {
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** Once. */
    public void start(String name, Runnable work) {
        thread = new Thread(work, name);
        thread.start();
    }

    /** Waits until the work has ended, but no longer than {@code patience}. */
    public void stop(Duration patience) {
        stopping.countDown();
        Thread working = thread;
        if (working != null) {
            try {
                working.join(patience.toMillis());
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    /** True as soon as the work is to end; false when that is not so {@code within} this time. */
    public boolean stopped(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
