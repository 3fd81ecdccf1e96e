package id.kentongan.bench.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {
    @TempDir
    Path dir;

    @Test
    void whatIsMissingDoubledAndChangedIsCounted() throws Exception {
        String longLine = "x".repeat(200_000); // over more than one read
        Path file = Files.writeString(dir.resolve("lines"), "a\nb\n" + longLine + "\nd\n");
        Fingerprints.Tick tick = Fingerprints.of(file).tick();

        for (String line : new String[] {"a", "a", longLine, "D"}) {
            tick.take(line.getBytes(UTF_8));
        }

        assertThat(tick.missing()).isEqualTo(2);
        assertThat(tick.twice()).isEqualTo(1);
        assertThat(tick.unknown()).isEqualTo(1);
    }

    @Test
    void repeatedLineIsRefused() throws Exception {
        Path file = Files.writeString(dir.resolve("lines"), "a\nb\na\n");

        assertThatThrownBy(() -> Fingerprints.of(file)).hasMessageContaining("repeats");
    }
}
