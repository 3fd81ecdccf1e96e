package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private Path drained;
    private Path full;

    @BeforeEach
    void name() {
        file = dir.resolve("alerts.spool");
        draining = dir.resolve("alerts.spool.draining");
        drained = dir.resolve("alerts.spool.drained");
        full = dir.resolve("alerts.spool.full");
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
            assertThat(spool.listening()).isTrue();
            Lines.append(file, "by the next hook\n");
            assertThat(spool.listening())
                    .as("alerts from before now wait in the next one")
                    .isFalse();
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
    void halfAlertAtTheLimitIsToldAsCutAndNotSent() throws IOException {
        Lines.append(file, "one\n{\"half");
        sign("...");
        try (Spool spool = new Spool(file, null, clock)) {
            acknowledge(spool, Lines.readings(spool));
            List<Reading> refused = patiently(spool);

            assertThat(refused).extracting(Lines::text).containsExactly("LINE_CUT 1", "SPOOL_FULL 2");
            assertThat(draining).doesNotExist();
            assertThat(drained).isEmptyFile();
            assertThat(full).doesNotExist();
        }
    }

    @Test
    void refusedAlertsAreCountedOncePerFilledFile() throws IOException {
        try (Spool spool = new Spool(file, null, clock)) {
            for (int round = 0; round < 3; round++) {
                Lines.append(file, round + "\n");
                sign("....");
                assertThat(patiently(spool)).extracting(Lines::text).containsExactly("" + round, "SPOOL_FULL 4");
            }
            assertThat(patiently(spool)).isEmpty();
        }
    }

    @Test
    void diskThatWasTooFullEvenForTheSignIsToldWithoutACount() throws IOException {
        Files.createFile(file);
        sign("");
        try (Spool spool = new Spool(file, null, clock)) {
            assertThat(patiently(spool)).extracting(Lines::text).containsExactly("SPOOL_FULL -1");
        }
    }

    @Test
    void emptyLineThatTheHookBeginsWithAfterAFailureIsNoAlert() throws IOException {
        Lines.append(file, "one\n\ntwo\n");
        sign(".");
        try (Spool spool = new Spool(file, null, clock)) {
            assertThat(patiently(spool)).extracting(Lines::text).containsExactly("one", "two", "SPOOL_FULL 1");
        }
    }

    @Test
    void placeOfALineIsTheSameBeforeAndAfterTheRenameAndTheRestart() throws IOException {
        Lines.append(file, MEBIBYTE);
        Position live;
        try (Spool spool = new Spool(file, null, clock)) {
            live = Lines.taken(spool).get(7).position();
        }
        Files.move(file, draining);
        try (Spool spool = new Spool(file, null, clock)) {
            assertThat(Lines.taken(spool).get(7).position()).isEqualTo(live);
        }
        try (Spool spool = new Spool(file, live, clock)) {
            assertThat(Lines.taken(spool)).hasSize(1025 - 8);
        }
    }

    /** The emptied file holds its inode number, so the next spool gets another one. */
    @Test
    void nextSpoolIsAnotherFileEvenWhenItsFirstLineIsTheSame() throws IOException {
        Position before;
        try (Spool spool = new Spool(file, null, clock)) {
            Lines.append(file, MEBIBYTE);
            List<Reading> all = patiently(spool);
            before = all.get(all.size() - 1).position();
            assertThat(drained).isEmptyFile();
        }
        Lines.append(file, MEBIBYTE + "more\n");
        try (Spool spool = new Spool(file, before, clock)) {
            List<Line> again = Lines.taken(spool);
            assertThat(again).hasSize(1026);
            assertThat(again.get(0).position().file()).isNotEqualTo(before.file());
        }
    }

    @Test
    void restartAfterEveryStepOfLettingGoNeitherLosesNorRepeats() throws IOException {
        Lines.append(file, MEBIBYTE);
        Position end;
        try (Spool spool = new Spool(file, null, clock)) {
            List<Line> lines = Lines.taken(spool);
            end = lines.get(lines.size() - 1).position();
        }
        Files.move(file, draining);
        Lines.append(file, "new\n");
        try (Spool spool = new Spool(file, end, clock)) {
            assertThat(Lines.told(spool)).as("renamed, not emptied").isEmpty();
        }
        Files.move(draining, drained);
        try (Spool spool = new Spool(file, end, clock)) {
            assertThat(Lines.told(spool)).as("put away, not emptied").containsExactly("new");
            assertThat(drained).isEmptyFile();
        }
        try (Spool spool = new Spool(file, end, clock)) {
            assertThat(Lines.told(spool)).as("emptied").containsExactly("new");
        }
    }

    @Test
    void signThatWasLeftBehindByAStopIsToldWithTheNextFile() throws IOException {
        Lines.append(draining, "old\n");
        Lines.append(file, "new\n");
        sign("..");
        try (Spool spool = new Spool(file, null, clock)) {
            assertThat(patiently(spool)).extracting(Lines::text).containsExactly("old", "new", "SPOOL_FULL 2");
        }
    }

    @Test
    void whatIsMissingIsNotToldAgainBehindItsPlace() throws IOException {
        Lines.append(file, "one\n{\"half");
        sign("..");
        List<Reading> all;
        try (Spool spool = new Spool(file, null, clock)) {
            acknowledge(spool, Lines.readings(spool));
            all = new ArrayList<>(drain(spool, false));
        }
        assertThat(all).extracting(Lines::text).containsExactly("LINE_CUT 1", "SPOOL_FULL 1");
        for (int i = 0; i < 2; i++) {
            try (Spool spool = new Spool(file, all.get(i).position(), clock)) {
                assertThat(drain(spool, false)).containsExactlyElementsOf(all.subList(i + 1, 2));
            }
        }
    }

    @Test
    void truncatedSpoolIsToldAndReadAnew() throws IOException {
        Lines.append(file, "one\ntwo\n");
        Position last;
        try (Spool spool = new Spool(file, null, clock)) {
            last = Lines.taken(spool).get(1).position();
            Files.writeString(file, "uno\n");
            assertThat(Lines.told(spool)).containsExactly("TRUNCATED -1", "uno");
        }
        try (Spool spool = new Spool(file, last, clock)) {
            assertThat(Lines.told(spool)).containsExactly("TRUNCATED -1", "uno");
        }
    }

    @Test
    void spoolThatSomebodyTookAwayIsReadToItsEndAndThenTheNewOne() throws IOException {
        try (Spool spool = new Spool(file, null, clock)) {
            Lines.append(file, "one\n");
            Lines.all(spool);
            Lines.append(file, "two\n");
            Files.move(file, dir.resolve("away"));
            Lines.append(file, "three\n");
            assertThat(patiently(spool)).extracting(Lines::text).containsExactly("two", "three");
        }
    }

    @Test
    void spoolThatSomebodyTookAwayWhileItWasStoppedIsToldAsLost() throws IOException {
        Lines.append(file, "one\n");
        Position last;
        try (Spool spool = new Spool(file, null, clock)) {
            last = Lines.taken(spool).get(0).position();
        }
        Files.move(file, dir.resolve("away"));
        Lines.append(file, "three\n");
        try (Spool spool = new Spool(file, last, clock)) {
            assertThat(Lines.told(spool)).containsExactly("FILE_LOST -1", "three");
        }
    }

    private void sign(String refused) throws IOException {
        Files.writeString(full, refused);
    }

    private List<Reading> patiently(Spool spool) throws IOException {
        return drain(spool, true);
    }

    /** Looks until nothing comes any more, letting time pass. */
    private List<Reading> drain(Spool spool, boolean acknowledging) throws IOException {
        List<Reading> all = new ArrayList<>();
        for (int quiet = 0; quiet < 4; quiet++) {
            List<Reading> more = Lines.readings(spool);
            all.addAll(more);
            if (acknowledging) {
                acknowledge(spool, more);
            }
            quiet = more.isEmpty() ? quiet : 0;
            clock.pass(Duration.ofSeconds(6));
        }
        return all;
    }

    private static void acknowledge(Spool spool, List<? extends Reading> readings) {
        if (!readings.isEmpty()) {
            spool.acknowledged(readings.get(readings.size() - 1).position());
        }
    }
}
