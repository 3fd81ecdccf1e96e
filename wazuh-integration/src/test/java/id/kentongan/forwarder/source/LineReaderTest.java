package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void offsetsAndLengthsAreThoseOfTheFile() throws IOException {
        LineReader reader = reader("ab\n\ncd€\r\nrest", 100);

        assertThat(reader.next())
                .extracting(LineReader.Cut::offset, LineReader.Cut::length)
                .containsExactly(100L, 2L);
        assertThat(reader.next())
                .extracting(LineReader.Cut::offset, LineReader.Cut::length)
                .containsExactly(103L, 0L);
        LineReader.Cut third = reader.next();
        assertThat(third)
                .extracting(LineReader.Cut::offset, LineReader.Cut::length)
                .containsExactly(104L, 6L);
        assertThat(new String(third.bytes(), StandardCharsets.UTF_8)).isEqualTo("cd€\r");
        assertThat(reader.next()).isNull();
        assertThat(reader.linesUpTo()).isEqualTo(111);
        assertThat(reader.rest().length()).isEqualTo(4);
        assertThat(reader.rest()).isNull();
    }

    @Test
    void longestLineIsKeptWhole() throws IOException {
        LineReader reader = reader("x".repeat(Line.LONGEST) + "\nnext\n", 0);

        LineReader.Cut cut = reader.next();
        assertThat(cut.bytes()).hasSize(Line.LONGEST);
        assertThat(cut.sha256()).isNull();
    }

    @Test
    void longerLineIsCutAndHashedAndTheNextOneIsWhole() throws IOException {
        String text = "y".repeat(Line.LONGEST + 1);
        LineReader reader = reader(text + "\nnext\n", 0);

        LineReader.Cut cut = reader.next();
        assertThat(cut.bytes()).hasSize(Line.KEPT);
        assertThat(cut.length()).isEqualTo(Line.LONGEST + 1);
        assertThat(cut.sha256())
                .isEqualTo(HexFormat.of().formatHex(LineReader.sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
        LineReader.Cut next = reader.next();
        assertThat(next.offset()).isEqualTo(Line.LONGEST + 2);
        assertThat(new String(next.bytes(), StandardCharsets.UTF_8)).isEqualTo("next");
    }

    private static LineReader reader(String text, long offset) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), offset);
    }
}
