package id.kentongan.allinone.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.PartRecord;
import id.kentongan.allinone.instance.PartRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedPartTest {
    @TempDir
    private Path folder;

    private Path sign;
    private PartRecords records;
    private @Nullable SupervisedPart supervised;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void aDataDirectory() {
        DataDirectory data = new DataDirectory(folder);
        data.create();
        records = new PartRecords(data);
        sign = folder.resolve("ready");
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        if (supervised != null) {
            supervised.stop();
        }
    }

    @Test
    void aPartIsUpOnceItsCheckPasses() throws InterruptedException {
        part("touch ready; sleep 60", Duration.ofSeconds(10)).start();

        assertThat(records.parts())
                .singleElement()
                .matches(it -> it.state().equals("UP") && it.process().isAlive());
    }

    @Test
    void theProcessIsTheCommandItselfInASessionOfItsOwn() throws Exception {
        part("touch ready; exec sleep 60", Duration.ofSeconds(10)).start();

        long pid = records.parts().get(0).process().pid();
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        assertThat(stat).startsWith(pid + " (sleep) ");
        assertThat(stat.split(" ", -1)[5]).as("session").isEqualTo(Long.toString(pid));
    }

    @Test
    void aPartThatDiesIsStartedAgainAndBothAreTold() throws InterruptedException {
        part("touch ready; sleep 60", Duration.ofSeconds(10)).start();
        PartRecord first = records.parts().get(0);

        first.process().signal("KILL");

        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("died 137 PT1S");
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("back up");
        assertThat(records.parts())
                .singleElement()
                .matches(it -> it.restarts() == 1
                        && !it.process().equals(first.process())
                        && it.process().isAlive());
    }

    @Test
    void aPartThatDiesBeforeItIsReadyFailsTheStartWithTheEndOfItsLog() {
        SupervisedPart failing = part("for i in $(seq 30); do echo line $i; done; exit 3", Duration.ofSeconds(10));

        assertThatThrownBy(failing::start)
                .isInstanceOf(StartFailed.class)
                .hasMessageContainingAll("exit code 3", "line 11", "line 30", "part.log")
                .hasMessageNotContaining("line 10\n");
    }

    @Test
    void aProgramThatDoesNotExistFailsTheStartByName() {
        SupervisedPart missing = supervised(List.of("/no/such/program"), Duration.ofSeconds(10), Duration.ofSeconds(1));

        assertThatThrownBy(missing::start).isInstanceOf(StartFailed.class).hasMessageContaining("/no/such/program");
    }

    @Test
    void aPartThatIsNotReadyInTimeFailsTheStart() {
        SupervisedPart late = part("sleep 60", Duration.ofSeconds(1));

        assertThatThrownBy(late::start).isInstanceOf(StartFailed.class).hasMessageContaining("not ready within 1 s");
    }

    @Test
    void aStoppedPartIsGoneAndStaysGone() throws InterruptedException {
        SupervisedPart stopped = part("touch ready; sleep 60", Duration.ofSeconds(10));
        stopped.start();
        PartRecord before = records.parts().get(0);

        stopped.stop();

        assertThat(before.process().isAlive()).isFalse();
        assertThat(records.parts()).isEmpty();
        assertThat(told).isEmpty();
        assertThatThrownBy(stopped::start).isInstanceOf(StartFailed.class);
    }

    @Test
    void aPartThatDoesNotStopWhenAskedIsKilledAndThatIsTold() throws InterruptedException {
        part("trap '' TERM; touch ready; while :; do sleep 1; done", Duration.ofSeconds(10))
                .start();
        PartRecord before = records.parts().get(0);

        supervised.stop();

        assertThat(told).containsExactly("killed");
        assertThat(before.process().isAlive()).isFalse();
    }

    private SupervisedPart part(String script, Duration patience) {
        return supervised(List.of("/bin/sh", "-c", "cd " + folder + "; " + script), patience, Duration.ofMillis(300));
    }

    private SupervisedPart supervised(List<String> command, Duration patience, Duration patienceWithAStop) {
        Part part = new Part(
                1,
                "part",
                command,
                folder.resolve("logs/part.log"),
                () -> Files.exists(sign),
                patience,
                "TERM",
                "nowhere");
        supervised = new SupervisedPart(part, records, new Heard(told), Clock.systemUTC(), patienceWithAStop);
        return supervised;
    }

    private record Heard(BlockingQueue<String> told) implements Told {
        @Override
        public void died(Part part, int exitCode, Duration pause) {
            told.add("died " + exitCode + " " + pause);
        }

        @Override
        public void backUp(Part part, Duration after) {
            told.add("back up");
        }

        @Override
        public void late(Part part) {
            told.add("late");
        }

        @Override
        public void killed(Part part) {
            told.add("killed");
        }
    }
}
