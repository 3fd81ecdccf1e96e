package id.kentongan.allinone.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path folder;

    private DataDirectory data;
    private PartRecords records;
    private Process sleeping;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aProcess() throws IOException {
        data = new DataDirectory(folder);
        data.create();
        records = new PartRecords(data);
        sleeping = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void nothingIsLeft() {
        sleeping.destroyForcibly();
    }

    @Test
    void whatAKilledRunLeftIsEndedAndTold() throws InterruptedException {
        records.write(record(RunningProcess.of(sleeping.pid()).orElseThrow()));

        new Leftovers(records).end(told::add);

        assertThat(sleeping.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(told).singleElement().asString().contains("kafka", Long.toString(sleeping.pid()));
        assertThat(records.parts()).isEmpty();
    }

    @Test
    void anotherProcessWithTheSameNumberIsLeftAlone() throws InterruptedException {
        RunningProcess now = RunningProcess.of(sleeping.pid()).orElseThrow();
        records.write(record(new RunningProcess(now.pid(), now.startTicks() - 1, now.boot())));
        new Leftovers(records).end(told::add);
        records.write(record(new RunningProcess(now.pid(), now.startTicks(), "another boot")));

        new Leftovers(records).end(told::add);

        assertThat(sleeping.isAlive()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void aRecordThatIsNotOneIsRefusedByName() {
        DataDirectory.writePrivate(folder.resolve("run/kafka.process"), "pid=none\n");

        assertThatThrownBy(records::parts).isInstanceOf(Refused.class).hasMessageContaining("kafka.process");
    }

    @Test
    void theLockIsHeldByOneAndFreeAfterwards() throws IOException {
        try (InstanceLock first = InstanceLock.take(data)) {
            first.sign(NOON);
            assertThatThrownBy(() -> InstanceLock.take(data))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(records.launcher()).isEmpty();
        InstanceLock.take(data).close();
    }

    @Test
    void aRecordIsReadAsItWasWritten() {
        PartRecord written = record(new RunningProcess(7, 8, "boot"));
        records.write(written);

        assertThat(records.parts()).containsExactly(written);
    }

    private static PartRecord record(RunningProcess process) {
        return new PartRecord(1, "kafka", process, "UP", NOON, 2, "127.0.0.1:1", "TERM");
    }
}
