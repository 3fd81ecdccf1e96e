package id.kentongan.allinone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestWord() {
        assertThat(new Table("A", "B").row("long word", "x").toString()).isEqualTo("A          B\nlong word  x\n");
    }

    @Test
    void timesReadAsPeopleSayThem() {
        assertThat(Seconds.of(Duration.ofMillis(3440))).isEqualTo("3.4 s");
        assertThat(Seconds.inWords(Duration.ofSeconds(40))).isEqualTo("40 s");
        assertThat(Seconds.inWords(Duration.ofSeconds(302))).isEqualTo("5 min 2 s");
        assertThat(Seconds.inWords(Duration.ofMinutes(190))).isEqualTo("3 h 10 min");
        assertThat(Seconds.inWords(Duration.ofHours(51))).isEqualTo("2 d 3 h");
    }
}
