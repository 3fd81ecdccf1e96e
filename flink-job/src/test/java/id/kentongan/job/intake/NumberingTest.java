package id.kentongan.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberingTest {
    private final Numbering numbering = new Numbering();

    @Test
    void numberThatDoesNotRiseWasSentAgain() {
        assertThat(numbering.take(number(1))).isZero();
        assertThat(numbering.take(number(2))).isZero();
        assertThat(numbering.take(number(1))).isEqualTo(Numbering.SENT_AGAIN);
        assertThat(numbering.take(number(2))).isEqualTo(Numbering.SENT_AGAIN);
        assertThat(numbering.take(number(3))).isZero();
    }

    @Test
    void numberThatIsLeftOutIsMissing() {
        numbering.take(number(1));

        assertThat(numbering.take(number(5))).isEqualTo(3);
        assertThat(numbering.take(number(6))).isZero();
    }

    @Test
    void heartbeatShowsWhatIsMissingBehindTheLastRecordOnce() {
        numbering.take(number(1));

        assertThat(numbering.check(number(1))).isZero();
        assertThat(numbering.check(number(4))).isEqualTo(3);
        assertThat(numbering.check(number(4))).isZero();
        assertThat(numbering.take(number(5))).isZero();
    }

    @Test
    void topicThatWasCutAtItsBeginningIsNotCalledIncomplete() {
        assertThat(numbering.take(number(700))).isZero();
        assertThat(numbering.check(new Origin(1, "a", 1, 900))).isZero();
    }

    @Test
    void anotherEpochPartitionOrSourceNumbersAnew() {
        numbering.take(number(50));

        assertThat(numbering.take(new Origin(0, "a", 2, 1))).isZero();
        assertThat(numbering.take(new Origin(1, "a", 1, 1))).isZero();
        assertThat(numbering.take(new Origin(0, "b", 1, 1))).isZero();
    }

    @Test
    void mergingKeepsTheGreaterMark() {
        numbering.merge(number(5).stream(), 5);
        numbering.merge(number(5).stream(), 2);

        assertThat(numbering.take(number(4))).isEqualTo(Numbering.SENT_AGAIN);
    }

    private static Origin number(long sequence) {
        return new Origin(0, "a", 1, sequence);
    }
}
