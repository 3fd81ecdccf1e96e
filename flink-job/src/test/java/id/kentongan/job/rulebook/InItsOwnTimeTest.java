package id.kentongan.job.rulebook;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InItsOwnTimeTest {
    private static final Duration LIMIT = Duration.ofMillis(200);

    @Test
    void workWithoutEndIsGivenUp() {
        assertThat(InItsOwnTime.within(LIMIT, InItsOwnTimeTest::endless, "given up"))
                .isEqualTo("given up");
    }

    @Test
    void workThatWaitsForTheMachineIsNot() {
        var later = delayedExecutor(3 * LIMIT.toMillis(), TimeUnit.MILLISECONDS);

        assertThat(InItsOwnTime.within(
                        LIMIT, () -> supplyAsync(() -> "done", later).join(), "given up"))
                .isEqualTo("done");
    }

    @Test
    void workThatNeverGetsItsTurnIsGivenUp() {
        assertThat(InItsOwnTime.within(
                        Duration.ofMillis(20),
                        () -> supplyAsync(() -> "done", delayedExecutor(1, TimeUnit.HOURS))
                                .join(),
                        "given up"))
                .isEqualTo("given up");
    }

    private static String endless() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return "interrupted";
    }
}
