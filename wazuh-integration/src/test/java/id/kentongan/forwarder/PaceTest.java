package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant WALL = Instant.ofEpochSecond(1_000_000);
    private static final Instant EVENT = Instant.ofEpochSecond(50);

    @Test
    void sixtyTimesSpeedLetsAMinutePassInASecond() {
        Pace pace = new Pace(60);

        assertThat(pace.lets(EVENT, WALL)).isTrue();
        assertThat(pace.lets(EVENT.plusSeconds(60), WALL.plusMillis(999))).isFalse();
        assertThat(pace.lets(EVENT.plusSeconds(60), WALL.plusMillis(1000))).isTrue();
    }

    @Test
    void speedZeroAndLinesWithoutTimeNeverWait() {
        assertThat(new Pace(0).lets(EVENT.plusSeconds(1_000_000), WALL)).isTrue();
        assertThat(new Pace(1).lets(null, WALL)).isTrue();
    }
}
