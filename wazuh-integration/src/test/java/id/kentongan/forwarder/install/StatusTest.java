package id.kentongan.forwarder.install;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.checkpoint.CheckpointFile;
import id.kentongan.forwarder.checkpoint.StateLock;
import id.kentongan.forwarder.settings.ForwarderSettings;
import id.kentongan.forwarder.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    private static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path state;

    private final List<String> said = new ArrayList<>();
    private ForwarderSettings settings;

    @BeforeEach
    void writeState() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("kafka.bootstrap", "127.0.0.1:1");
        properties.setProperty("state.dir", state.toString());
        for (String name : List.of("node-1", "node-2")) {
            properties.setProperty("source." + name + ".kind", "file");
            properties.setProperty("source." + name + ".path", "x");
        }
        settings = SettingsFile.parse(properties);
        Files.writeString(state.resolve("checkpoint-node-1.json"), """
                {"epoch":7,"acknowledged":12,"refused":{"empty":1,"over-long":2},"lastTime":"2026-11-02T01:15:00Z",
                 "gapCount":2,"new":{}}
                """);
        progress("");
    }

    @Test
    void oneLineASourceTellsHowFarItIs() throws IOException {
        try (StateLock running = StateLock.only(state)) {
            assertThat(running).isNotNull();
            assertThat(new Status(settings, CLOCK).run(said::add)).isZero();
        }

        assertThat(said).hasSize(3);
        assertThat(said.get(1).split("\\s+"))
                .containsExactly(
                        "node-1", "file", "12", "3", "2500", "B", "45", "min", "2", "2026-11-02T01:15:00Z", "-");
        assertThat(said.get(2).split("\\s+")).containsExactly("node-2", "file", "0", "0", "0", "B", "0", "-", "-");
    }

    @Test
    void troubleOfOneSourceIsToldPlainlyAndByTheExitCode() throws IOException {
        progress("no \\u001b space");
        try (StateLock running = StateLock.only(state)) {
            assertThat(running).isNotNull();
            assertThat(new Status(settings, CLOCK).run(said::add)).isEqualTo(1);
        }

        assertThat(said.get(1)).endsWith("no   space");
        assertThat(said.get(2)).endsWith("-");
    }

    @Test
    void forwarderThatDoesNotRunOrTellsNothingIsTrouble() throws IOException {
        assertThat(new Status(settings, CLOCK).run(said::add)).isEqualTo(1);
        assertThat(said.get(1)).endsWith("the forwarder does not run");
        Files.setLastModifiedTime(state.resolve("progress.json"), FileTime.from(NOW.minusSeconds(40)));
        said.clear();
        try (StateLock running = StateLock.only(state)) {
            assertThat(running).isNotNull();
            assertThat(new Status(settings, CLOCK).run(said::add)).isEqualTo(1);
        }
        assertThat(said.get(1)).contains("tells nothing");
    }

    @Test
    void damagedCheckpointIsTrouble() throws IOException {
        Files.writeString(state.resolve("checkpoint-node-2.json"), "{");

        assertThat(new Status(settings, CLOCK).run(said::add)).isEqualTo(1);

        assertThat(said.get(2)).contains("is damaged");
    }

    @Test
    void soughtSourceStartsThereUnderANewEpoch() throws IOException {
        CheckpointFile file = new CheckpointFile(state, "node-1");
        file.write(Checkpoint.beginning(NOW));

        assertThat(new Seek(settings, CLOCK).run("node-1", "2026-11-01", said::add))
                .isZero();

        Checkpoint then = new CheckpointFile(state, "node-1").read();
        assertThat(then.epoch()).isGreaterThan(NOW.getEpochSecond());
        assertThat(then.position()).isNull();
        assertThat(then.start()).isEqualTo("2026-11-01");
    }

    @Test
    void seekIsRefusedWhileTheForwarderRunsAndForWhatIsUnknown() throws IOException {
        byte[] before = Files.readAllBytes(state.resolve("checkpoint-node-1.json"));
        Seek seek = new Seek(settings, CLOCK);
        try (StateLock running = StateLock.only(state)) {
            assertThat(running).isNotNull();
            assertThat(seek.run("node-1", "end", said::add)).isEqualTo(1);
        }
        assertThat(seek.run("node-3", "end", said::add)).isEqualTo(1);
        assertThat(seek.run("node-1", "yesterday", said::add)).isEqualTo(1);

        assertThat(said.get(0)).contains("the forwarder runs");
        assertThat(said.get(1)).contains("no source node-3");
        assertThat(said.get(2)).contains("yesterday is no start");
        assertThat(state.resolve("checkpoint-node-1.json")).hasBinaryContent(before);
    }

    @Test
    void retireIsRefusedWhileTheForwarderRunsAndForWhatIsUnknown() throws IOException {
        Retire retire = new Retire(settings, CLOCK);
        try (StateLock running = StateLock.only(state)) {
            assertThat(running).isNotNull();
            assertThat(retire.run("node-1", said::add)).isEqualTo(1);
        }
        assertThat(retire.run("node-3", said::add)).isEqualTo(1);

        assertThat(said.get(0)).contains("the forwarder runs");
        assertThat(said.get(1)).contains("no source node-3");
    }

    @Test
    void wrongCallShowsTheWordsAndIsTwo() {
        Commands commands = new Commands(said::add, CLOCK, state);

        assertThat(commands.run("frobnicate")).isEqualTo(2);
        assertThat(commands.run("seek", "one")).isEqualTo(2);
        assertThat(commands.run("retire")).isEqualTo(2);
        assertThat(commands.run("check", "--hook")).isEqualTo(2);
        assertThat(commands.run("status", "--settings")).isEqualTo(2);
        assertThat(commands.run("help")).isZero();
        assertThat(said).contains("check knows no --hook", "--settings wants a path behind it");
    }

    private void progress(String trouble) throws IOException {
        Files.writeString(
                state.resolve("progress.json"),
                "{\"sources\":[{\"name\":\"node-1\",\"readBytes\":100,\"totalBytes\":2600,\"trouble\":\"" + trouble
                        + "\"}]}");
        Files.setLastModifiedTime(state.resolve("progress.json"), FileTime.from(NOW));
    }
}
