package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.TrialConsole;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class StartWatchTest {
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void aStartThatHangsOnALockIsToldWithItsHolderAndThenEnded() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> holds(held), "holder-of-the-lock");
        holder.start();
        held.await();
        try (TrialConsole console = TrialConsole.listen()) {
            StartWatch watch = new StartWatch(OFTEN, 3, released::countDown);
            hangs();
            watch.close();

            assertThat(console.lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains("The desk is not up after PT0.0", "ReentrantLock", "held by holder-of-the-lock")
                            .contains("StartWatchTest.holds"));
            assertThat(console.lines()).anyMatch(line -> line.startsWith("The desk never came up, so it ends."));
        }
        holder.join();
    }

    @Test
    void aStartThatIsOverIsToldNoMore() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        new StartWatch(OFTEN, 1, ended::countDown).close();

        assertThat(ended.await(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void hangs() {
        lock.lock();
        try {
            assertThat(released.getCount()).isZero();
        } finally {
            lock.unlock();
        }
    }

    /** Until the start was ended. */
    private void holds(CountDownLatch held) {
        lock.lock();
        try {
            held.countDown();
            released.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
