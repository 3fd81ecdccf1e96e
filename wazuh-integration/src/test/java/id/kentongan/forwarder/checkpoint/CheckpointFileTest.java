package id.kentongan.forwarder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFileTest {
    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

    @TempDir
    Path dir;

    @Test
    void noFileIsNoCheckpoint() throws IOException {
        assertThat(new CheckpointFile(dir, "a").read()).isNull();
    }

    @Test
    void whatIsWrittenIsReadByTheNextProgram() throws IOException {
        Checkpoint full = full();
        new CheckpointFile(dir, "a").write(full);
        new CheckpointFile(dir, "b").write(Checkpoint.beginning(NOW));

        assertThat(new CheckpointFile(dir, "a").read()).isEqualTo(full);
        assertThat(new CheckpointFile(dir, "b").read()).isEqualTo(Checkpoint.beginning(NOW));
    }

    @Test
    void leftoverOfACrashWhileWritingDoesNotMatter() throws IOException {
        new CheckpointFile(dir, "a").write(full());
        Files.writeString(dir.resolve("checkpoint-a.json.new"), "{\"epo");

        assertThat(new CheckpointFile(dir, "a").read()).isEqualTo(full());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{}", "{\"epoch\":\"x\"}", "[1]"})
    void damagedCheckpointStopsInsteadOfGuessing(String content) throws IOException {
        Files.writeString(dir.resolve("checkpoint-a.json"), content);

        assertThatThrownBy(() -> new CheckpointFile(dir, "a").read())
                .isInstanceOf(DamagedCheckpointException.class)
                .hasMessageContaining("move it away");
    }

    @Test
    void checkpointWithAnEpochThatCannotBeIsDamaged() throws IOException {
        new CheckpointFile(dir, "a").write(full());
        Path file = dir.resolve("checkpoint-a.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"epoch\":\\d+", "\"epoch\":0"));

        assertThatThrownBy(() -> new CheckpointFile(dir, "a").read()).isInstanceOf(DamagedCheckpointException.class);
    }

    @Test
    void lostCheckpointAndSeekBeginAnotherNumberingEvenWhenTheClockStandsStill() {
        Checkpoint before = Checkpoint.beginning(NOW);

        assertThat(Checkpoint.beginning(NOW.plusSeconds(1)).epoch()).isNotEqualTo(before.epoch());
        Checkpoint sought = before.soughtTo(Start.END, NOW.minusSeconds(3600));
        assertThat(sought.epoch()).isGreaterThan(before.epoch());
        assertThat(sought.position()).isNull();
        assertThat(sought.start()).isEqualTo("end");
    }

    @Test
    void sourceThatMayComeInAnotherOrderKeepsItsPlaceAndItsCountsUnderNewNumbers() {
        Checkpoint again = full().renumbered(NOW);

        assertThat(again.epoch()).isGreaterThan(full().epoch());
        assertThat(again.sequences()).isEmpty();
        assertThat(again.position()).isEqualTo(full().position());
        assertThat(again.acknowledged()).isEqualTo(full().acknowledged());
    }

    private static Checkpoint full() {
        Gap gap = new Gap("g", "s", "n", GapReason.FILE_LOST, NOW, NOW.plusSeconds(5), -1, "f");
        return new Checkpoint(
                NOW,
                3,
                null,
                new Position("f", "m", 10, 20),
                5,
                Map.of("empty", 2L),
                1,
                List.of(gap),
                Map.of(0, 3L, 3, 4L),
                NOW.plusMillis(1234),
                "n");
    }
}
