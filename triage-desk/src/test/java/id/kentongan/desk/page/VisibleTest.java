package id.kentongan.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.Samples;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Visible.text("Gagal masuk – “root” dari 203.0.113.9 € 漢 🙂"))
                .isEqualTo("Gagal masuk – “root” dari 203.0.113.9 € 漢 🙂");
    }

    @Test
    void directionMarksAndControlsBecomeVisible() {
        assertThat(Visible.text("a\u202eb\u0007c\ud800")).isEqualTo("a[U+202E]b[U+0007]c[U+D800]");
    }

    @Test
    void noTextKeepsACharacterThatMisleads() {
        assertThat(Visible.text(Samples.HOSTILE).codePoints())
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE
                        || Character.getType(point) == Character.LINE_SEPARATOR);
    }

    @Test
    void markupIsLeftToTheTemplate() {
        assertThat(Visible.text("<b>")).isEqualTo("<b>");
    }
}
