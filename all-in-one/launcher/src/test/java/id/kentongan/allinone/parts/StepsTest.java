package id.kentongan.allinone.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.allinone.instance.Refused;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void aStepRunsAfterAllThatItNeeds() throws InterruptedException {
        try (Steps steps = new Steps()) {
            var kafka = steps.begin(() -> done.add("kafka"));
            var job = steps.after(() -> done.add("job"), kafka);
            steps.await(steps.after(() -> done.add("forwarder"), job));
        }

        assertThat(done).containsExactly("kafka", "job", "forwarder");
    }

    @Test
    void theFirstFailureEndsTheWaitingThoughOthersStillRun() {
        try (Steps steps = new Steps()) {
            CountDownLatch never = new CountDownLatch(1);
            var slow = steps.begin(never::await);
            var failing = steps.begin(() -> {
                throw new Refused("no room");
            });
            var last = steps.after(() -> done.add("last"), slow, failing);

            assertThatThrownBy(() -> steps.await(last))
                    .isInstanceOf(Refused.class)
                    .hasMessage("no room");
            assertThat(done).isEmpty();
        }
    }
}
