package id.kentongan.allinone.verb;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and {@code kill} into an interrupt of the thread that runs everything, and holds the end of the JVM
 * back until that thread has stopped the parts. A stop that was asked for ends with exit code 0.
 */
final class StopRequest {
    private static final int LONGEST_STOP_SECONDS = 300;

    private final Thread worker;
    private final CountDownLatch finished = new CountDownLatch(1);
    private boolean stopping;

    private StopRequest(Thread worker) {
        this.worker = worker;
    }

    static StopRequest interrupts(Thread worker) {
        StopRequest request = new StopRequest(worker);
        Runtime.getRuntime().addShutdownHook(new Thread(request::ask, "stop-request"));
        return request;
    }

    /** From here on the worker is not interrupted any more: it is stopping. */
    synchronized void stopping() {
        stopping = true;
        Thread.interrupted();
    }

    void finished() {
        finished.countDown();
    }

    private void ask() {
        if (finished.getCount() == 0) {
            return;
        }
        interruptUnlessStopping();
        try {
            boolean clean = finished.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(clean ? 0 : 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void interruptUnlessStopping() {
        if (!stopping) {
            worker.interrupt();
        }
    }
}
