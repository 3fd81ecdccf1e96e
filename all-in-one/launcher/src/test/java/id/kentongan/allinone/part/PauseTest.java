package id.kentongan.allinone.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PauseTest {
    private final Pause pause = new Pause();

    @Test
    void itGrowsFromOneSecondToThirty() {
        assertThat(Stream.generate(() -> pause.after(Duration.ZERO).toSeconds()).limit(7))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aGoodMinuteMakesItShortAgain() {
        pause.after(Duration.ZERO);
        pause.after(Duration.ZERO);

        assertThat(pause.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
    }
}
