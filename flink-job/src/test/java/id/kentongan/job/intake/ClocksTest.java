package id.kentongan.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Times in seconds. */
class ClocksTest {
    private static final long HOUR = 3_600;

    private final Clocks clocks = new Clocks(Clocks.Limits.USUAL);

    @Test
    void timeIsTheLeastOfTheSourcesInAllPartitions() {
        beat(0, "a", 105, 105);
        beat(0, "b", 103, 105);
        beat(1, "a", 102, 105);

        assertThat(reached()).isEqualTo(102);
    }

    @Test
    void quietButLivingSourceLetsTimePass() {
        beat(0, "a", 100, 100);
        beat(0, "b", 100, 100);
        beat(0, "a", 200, 200);
        beat(0, "b", 198, 200);

        assertThat(reached()).isEqualTo(198);
    }

    @Test
    void timeNeverGoesBack() {
        beat(0, "a", 100, 100);
        reached();
        beat(0, "new", 50, 101);

        assertThat(reached()).isEqualTo(100);
    }

    @Test
    void endedSourceHoldsTimeNoLongerAndWhenAllHaveEndedEverythingIsReleased() {
        beat(0, "a", 100, 100);
        clocks.says(0, "b", 50_000, 100_000, true);
        assertThat(reached()).isEqualTo(100);

        clocks.says(0, "a", 100_000, 100_000, true);
        assertThat(reached()).isEqualTo(100 + HOUR);
    }

    @Test
    void sourceThatSaysNothingForTenMinutesIsLeftBehindAndComesBackWhenItHasCaughtUp() {
        beat(0, "dead", 0, 0);
        int t = 0;
        for (; t <= 600; t += 1) {
            beat(0, "a", t, t);
        }
        assertThat(reached()).isZero();
        beat(0, "a", t, t);
        assertThat(reached()).isEqualTo(t);
        assertThat(clocks.leftBehind()).isEqualTo(1);

        beat(0, "dead", 300, t);
        assertThat(clocks.leftBehind()).isEqualTo(1);
        beat(0, "dead", t, t);
        assertThat(clocks.leftBehind()).isZero();
        beat(0, "a", t + 9, t + 9);
        assertThat(reached()).isEqualTo(t);
    }

    /** Nobody spoke, so nobody was silent. */
    @Test
    void brokerAwayForAnHourLeavesNobodyBehindWhoeverComesBackFirst() {
        beat(0, "a", 100, 100);
        beat(0, "b", 100, 100);

        beat(0, "a", 100 + HOUR, 100 + HOUR);

        assertThat(clocks.leftBehind()).isZero();
        assertThat(reached()).isEqualTo(100);
    }

    @Test
    void sourceThatCatchesUpWithinTenMinutesHoldsTimeBack() {
        beat(0, "a", HOUR, HOUR);
        beat(0, "b", HOUR, HOUR);
        beat(0, "slow", 0, HOUR);
        for (int t = 1; t < 600; t++) {
            beat(0, "a", HOUR + t, HOUR + t);
            beat(0, "b", HOUR + t, HOUR + t);
            beat(0, "slow", t * 6L, HOUR + t);
        }

        assertThat(clocks.leftBehind()).isZero();
        assertThat(reached()).isEqualTo(599 * 6);
    }

    @Test
    void sourceThatTrailsForTenMinutesAndDoesNotCatchUpIsLeftBehind() {
        for (int t = 0; t <= 602; t++) {
            beat(0, "a", HOUR + t, HOUR + t);
            beat(0, "b", HOUR + t, HOUR + t);
            beat(0, "slow", t, HOUR + t);
        }
        beat(0, "a", HOUR + 603, HOUR + 603);

        assertThat(clocks.leftBehind()).isEqualTo(1);
        assertThat(reached()).isEqualTo(HOUR + 602);
    }

    @Test
    void wordAboutTheFutureIsNotBelieved() {
        beat(0, "a", 100, 100);
        beat(0, "a", 100 + 301, 100);

        assertThat(reached()).isEqualTo(100);
        assertThat(clocks.unbelieved()).isEqualTo(1);
    }

    @Test
    void producerWithoutHeartbeatsGetsBoundedLatenessAndDropsOutAfterAMinute() {
        beat(0, "a", 100, 100);
        clocks.saysNothing(0, 100_000, 100_000);
        assertThat(reached()).isEqualTo(95);

        for (int t = 101; t <= 161; t++) {
            beat(0, "a", t, t);
        }
        assertThat(reached()).isEqualTo(161);
    }

    @Test
    void partitionOfAnotherSubtaskHoldsNothingUntilItIsHeardHere() {
        clocks.merge(SourceClock.first(1, "a", 7_000, 0));
        beat(0, "a", 100, 100);
        assertThat(reached()).isEqualTo(100);
    }

    @Test
    void restoredClockHoldsTimeForASourceThatIsNotHeardYet() {
        clocks.merge(SourceClock.first(0, "b", 50_000, 0));
        beat(0, "a", 100, 100);

        assertThat(reached()).isEqualTo(50);
    }

    @Test
    void ofTwoCopiesTheOneThatHeardItsSourceLastCounts() {
        SourceClock old = SourceClock.first(0, "b", 50_000, 1);
        SourceClock ended = new SourceClock(0, "b", 50_000, 2, 0, 0, true, false);
        for (List<SourceClock> order : List.of(List.of(old, ended), List.of(ended, old))) {
            Clocks fresh = new Clocks(Clocks.Limits.USUAL);
            order.forEach(fresh::merge);
            assertThat(fresh.all()).containsExactly(ended);
        }
    }

    private void beat(int partition, String source, long upTo, long brokerTime) {
        clocks.says(partition, source, upTo * 1_000, brokerTime * 1_000, false);
    }

    private long reached() {
        return clocks.reached() / 1_000;
    }
}
