package id.kentongan.bench.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestWord() {
        assertThat(new Table("who", "n").row("kcat", "280,000").row("us", "1").toString())
                .isEqualTo("""
                        | who  | n       |
                        |------|---------|
                        | kcat | 280,000 |
                        | us   | 1       |
                        """);
    }

    @Test
    void rowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> new Table("who", "n").row("kcat")).hasMessageContaining("expected 2 words");
    }
}
