package id.kentongan.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighWaterTest {
    @Test
    void aLineSentAgainDoesNotPass() {
        HighWater highWater = new HighWater();

        assertThat(highWater.rises(new Origin("0|a|1|f", 0))).isTrue();
        assertThat(highWater.rises(new Origin("0|a|1|f", 120))).isTrue();
        assertThat(highWater.rises(new Origin("0|a|1|f", 0))).isFalse();
        assertThat(highWater.rises(new Origin("0|a|1|f", 120))).isFalse();
        assertThat(highWater.rises(new Origin("0|a|1|f", 240))).isTrue();
    }

    @Test
    void anotherFileEpochOrPartitionStartsAnew() {
        HighWater highWater = new HighWater();
        highWater.merge("0|a|1|f", 500);

        assertThat(highWater.rises(new Origin("0|a|1|g", 0))).isTrue();
        assertThat(highWater.rises(new Origin("0|a|2|f", 0))).isTrue();
        assertThat(highWater.rises(new Origin("1|a|1|f", 0))).isTrue();
    }

    @Test
    void mergingKeepsTheGreaterMark() {
        HighWater highWater = new HighWater();
        highWater.merge("s", 500);
        highWater.merge("s", 100);

        assertThat(highWater.rises(new Origin("s", 300))).isFalse();
    }
}
