package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final String MEBIBYTE = ("x".repeat(1023) + "\n").repeat(1025);

    @TempDir
    Path dir;

    private final Tick clock = new Tick();
    private Path file;
    private Path draining;

    @BeforeEach
    void name() {
        file = dir.resolve("alerts.spool");
        draining = dir.resolve("alerts.spool.draining");
    }

    @Test
    void absentSpoolIsAnEmptyOneWhileItsDirectoryIsThere() throws IOException {
        try (Spool spool = new Spool(file, null, clock)) {
            assertThat(spool.next()).isNull();
            assertThat(spool.listening()).isTrue();
            Lines.append(file, "one\n");
            assertThat(Lines.all(spool)).containsExactly("one");
        }
        try (Spool nowhere = new Spool(dir.resolve("no/where"), null, clock)) {
            assertThat(nowhere.listening()).isFalse();
        }
    }

    @Test
    void smallSpoolStaysWhereItIs() throws IOException {
        try (Spool spool = new Spool(file, null, clock)) {
            Lines.append(file, "one\n");
            acknowledge(spool, Lines.taken(spool));
            clock.pass(Duration.ofMinutes(10));
            Lines.all(spool);

            assertThat(file).exists();
            assertThat(draining).doesNotExist();
        }
    }

    @Test
    void grownSpoolIsRenamedDrainedAndDeletedAndNothingIsLost() throws IOException {
        try (Spool spool = new Spool(file, null, clock)) {
            Lines.append(file, MEBIBYTE);
            acknowledge(spool, Lines.taken(spool));
            Lines.all(spool);
            assertThat(draining).exists();

            Lines.append(draining, "by a hook that had opened it before\n");
            Lines.append(file, "by the next hook\n");
            List<Line> late = Lines.taken(spool);
            assertThat(late).extracting(Lines::text).containsExactly("by a hook that had opened it before");
            acknowledge(spool, late);
            Lines.all(spool);
            assertThat(draining).exists();

            clock.pass(Duration.ofSeconds(6));
            Lines.all(spool);
            assertThat(draining).doesNotExist();
            assertThat(Lines.all(spool)).containsExactly("by the next hook");
        }
    }

    @Test
    void unacknowledgedSpoolIsNeitherRenamedNorDeleted() throws IOException {
        try (Spool spool = new Spool(file, null, clock)) {
            Lines.append(file, MEBIBYTE);
            List<Line> lines = Lines.taken(spool);
            acknowledge(spool, lines.subList(0, lines.size() - 1));
            clock.pass(Duration.ofMinutes(1));
            Lines.all(spool);

            assertThat(file).exists();
            assertThat(draining).doesNotExist();
        }
    }

    @Test
    void restartFinishesTheDrainingFileFirst() throws IOException {
        Lines.append(draining, "old\n");
        Lines.append(file, "new\n");

        try (Spool spool = new Spool(file, null, clock)) {
            List<Line> old = Lines.taken(spool);
            assertThat(old).extracting(Lines::text).containsExactly("old");
            acknowledge(spool, old);
            clock.pass(Duration.ofSeconds(6));
            Lines.all(spool);
            assertThat(Lines.all(spool)).containsExactly("new");
        }
    }

    /** The hook's last write before its limit can end in the middle of a line. */
    @Test
    void fullSpoolWithAHalfLineIsLetGoTooAndTheHalfIsNotLost() throws IOException {
        try (Spool spool = new Spool(file, null, clock)) {
            Lines.append(file, MEBIBYTE + "{\"half");
            acknowledge(spool, Lines.taken(spool));
            clock.pass(Duration.ofSeconds(6));
            Lines.all(spool);
            assertThat(draining).exists();

            clock.pass(Duration.ofSeconds(6));
            List<Line> half = Lines.taken(spool);
            assertThat(half).extracting(Lines::text).containsExactly("{\"half");
            acknowledge(spool, half);
            clock.pass(Duration.ofSeconds(6));
            Lines.all(spool);
            assertThat(draining).doesNotExist();
        }
    }

    private static void acknowledge(Spool spool, List<Line> lines) {
        spool.acknowledged(lines.get(lines.size() - 1).position());
    }
}
