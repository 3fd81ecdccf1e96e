package id.kentongan.allinone.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @Test
    void theOneNamedIsTakenBeforeAnyOther() {
        assertThat(DataDirectory.chosen(Path.of("/a"), "/x", "/home/me").root()).isEqualTo(Path.of("/a"));
        assertThat(DataDirectory.chosen(null, "/x", "/home/me").root()).isEqualTo(Path.of("/x/kentongan"));
        assertThat(DataDirectory.chosen(null, null, "/home/me").root())
                .isEqualTo(Path.of("/home/me/.local/share/kentongan"));
        assertThat(DataDirectory.chosen(null, "", "/home/me").root())
                .isEqualTo(Path.of("/home/me/.local/share/kentongan"));
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedWithTheMend(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new DataDirectory(file.resolve("data")).create())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--data DIR");
    }
}
