package id.kentongan.forwarder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.forwarder.source.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFileTest {
    @TempDir
    Path dir;

    @Test
    void noFileIsTheBeginning() throws IOException {
        assertThat(new CheckpointFile(dir, "a").read()).isEqualTo(Checkpoint.NONE);
    }

    @Test
    void whatIsWrittenIsReadByTheNextProgram() throws IOException {
        Checkpoint checkpoint = new Checkpoint(3, new Position("f", "m", 10, 20), 5, 1, Instant.ofEpochMilli(1234));
        new CheckpointFile(dir, "a").write(checkpoint);
        new CheckpointFile(dir, "b").write(Checkpoint.NONE.after(new Position("g", "n", 0, 1), true, null));

        assertThat(new CheckpointFile(dir, "a").read()).isEqualTo(checkpoint);
        assertThat(new CheckpointFile(dir, "b").read().rejected()).isEqualTo(1);
    }

    @Test
    void leftoverOfACrashWhileWritingDoesNotMatter() throws IOException {
        Checkpoint checkpoint = Checkpoint.NONE.after(new Position("f", "m", 0, 2), false, Instant.EPOCH);
        new CheckpointFile(dir, "a").write(checkpoint);
        Files.writeString(dir.resolve("checkpoint-a.json.new"), "{\"epo");

        assertThat(new CheckpointFile(dir, "a").read()).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{\"epoch\":0,\"sent\":1,\"rejected\":0}", "{\"epoch\":\"x\"}"})
    void damagedCheckpointStopsInsteadOfGuessing(String content) throws IOException {
        Files.writeString(dir.resolve("checkpoint-a.json"), content);

        assertThatThrownBy(() -> new CheckpointFile(dir, "a").read())
                .isInstanceOf(DamagedCheckpointException.class)
                .hasMessageContaining("move it away");
    }

    @Test
    void greatestTimeOnlyGrows() {
        Checkpoint checkpoint = Checkpoint.NONE
                .after(new Position("f", "m", 0, 2), false, Instant.ofEpochSecond(9))
                .after(new Position("f", "m", 2, 4), false, Instant.ofEpochSecond(5))
                .after(new Position("f", "m", 4, 6), false, null);

        assertThat(checkpoint.lastTime()).isEqualTo(Instant.ofEpochSecond(9));
        assertThat(checkpoint.sent()).isEqualTo(3);
    }
}
