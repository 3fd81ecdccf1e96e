package id.kentongan.allinone.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path folder;

    @Test
    void controlCharactersInALogNeverReachTheTerminal() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "red \u001b[31malert\u0007\n");

        assertThat(LogTail.of(log)).isEqualTo("  | red  [31malert ");
    }

    @Test
    void aLogThatIsNotThereIsSaidSo() {
        assertThat(LogTail.of(folder.resolve("none"))).contains("no log");
    }
}
