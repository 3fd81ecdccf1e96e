package id.kentongan.job.dating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeldTimeTest {
    private final HeldTime time = new HeldTime(Long.MIN_VALUE, true);

    @Test
    void beforeTimeBeginsWhatIsWantedHoldsFromThenAndTheRestAlways() {
        assertThat(time.hasNotBegun()).isTrue();
        assertThat(time.from(null)).isEqualTo(Long.MIN_VALUE);
        assertThat(time.from(Instant.ofEpochMilli(5))).isEqualTo(5);
    }

    @Test
    void nothingHoldsForTimeThatHasPassed() {
        time.passes(10);

        assertThat(time.from(null)).isEqualTo(11);
        assertThat(time.from(Instant.ofEpochMilli(5))).isEqualTo(11);
        assertThat(time.from(Instant.ofEpochMilli(50))).isEqualTo(50);
    }

    @Test
    void timeWaitsBeforeADecisionUntilACheckpointThatBeganAfterItIsComplete() {
        time.passes(10);
        assertThat(time.toTell()).hasValue(10);

        time.checkpointBegins(1);
        time.holdAt(20);
        time.passes(30);
        assertThat(time.toTell()).hasValue(19);

        time.checkpointIsComplete(1);
        assertThat(time.toTell()).as("checkpoint 1 does not hold it").isEmpty();

        time.checkpointBegins(2);
        time.holdAt(25);
        time.checkpointIsComplete(2);
        assertThat(time.toTell()).as("the next decision waits for checkpoint 3").hasValue(24);

        time.checkpointBegins(3);
        time.checkpointIsComplete(3);
        assertThat(time.toTell()).hasValue(30);
        assertThat(time.toTell()).as("told once").isEmpty();
    }

    @Test
    void endOfTimeWaitsForNobody() {
        time.passes(10);
        time.holdAt(11);
        time.passes(Long.MAX_VALUE);

        assertThat(time.toTell()).hasValue(Long.MAX_VALUE);
    }

    @Test
    void withoutCheckpointsNothingWaits() {
        HeldTime free = new HeldTime(10, false);
        free.holdAt(11);
        free.passes(30);

        assertThat(free.toTell()).hasValue(30);
    }
}
