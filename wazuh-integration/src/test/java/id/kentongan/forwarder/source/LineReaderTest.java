package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    @Test
    void hundredMegabytesWithoutAnEndAreReadInTheMemoryOfOneLine() throws IOException {
        for (byte filler : new byte[] {'x', 0}) {
            LineReader reader = new LineReader(endless(100_000_000, filler), 0);
            assertThat(reader.next()).isNull();
            assertThat(reader.readUpTo()).isEqualTo(100_000_000);
            LineReader.Cut rest = reader.rest();
            assertThat(rest.length()).isEqualTo(100_000_000);
            assertThat(rest.bytes()).hasSize(Line.KEPT);
            assertThat(rest.sha256()).hasSize(64);
        }
    }

    private static InputStream endless(int length, byte filler) {
        return new InputStream() {
            private int left = length;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int now = Math.min(left, most);
                Arrays.fill(into, from, from + now, filler);
                left -= now;
                return now == 0 ? -1 : now;
            }
        };
    }

    private static LineReader reader(String text, long offset) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), offset);
    }
}
