package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {
    @TempDir
    Path dir;

    @Test
    void filesOfADirectoryAreReadByNameAndOthersAreLeftAlone() throws IOException {
        zipped("ossec-alerts-01.json.gz", "one\ntwo\n");
        Files.writeString(dir.resolve("ossec-alerts-02.json"), "three\n");
        Files.writeString(dir.resolve("truth.json"), "{}\n");

        try (Recorded recorded = new Recorded(dir, null)) {
            assertThat(recorded.ended()).isFalse();
            assertThat(Lines.all(recorded)).containsExactly("one", "two", "three");
            assertThat(recorded.ended()).isTrue();
            assertThat(recorded.readBytes()).isEqualTo(recorded.totalBytes()).isPositive();
        }
    }

    @Test
    void lastLineNeedsNoEnd() throws IOException {
        Path file = Files.writeString(dir.resolve("any.name"), "one\ntwo");

        try (Recorded recorded = new Recorded(file, null)) {
            assertThat(Lines.all(recorded)).containsExactly("one", "two");
        }
    }

    @Test
    void everyRestartGoesOnBehindTheLineBefore() throws IOException {
        zipped("alerts-1.json.gz", "one\ntwo\n");
        Files.writeString(dir.resolve("alerts-2.json"), "three\nfour");
        Position last = null;

        for (String expected : List.of("one", "two", "three", "four")) {
            try (Recorded recorded = new Recorded(dir, last)) {
                Line line = recorded.next();
                assertThat(Lines.text(line)).isEqualTo(expected);
                last = line.position();
            }
        }
        try (Recorded recorded = new Recorded(dir, last)) {
            assertThat(recorded.next()).isNull();
            assertThat(recorded.ended()).isTrue();
        }
    }

    @Test
    void nothingToReadIsAnError() {
        assertThatThrownBy(() -> new Recorded(dir, null)).isInstanceOf(IOException.class);
    }

    private void zipped(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dir.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
