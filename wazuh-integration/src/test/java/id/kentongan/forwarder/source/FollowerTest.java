package id.kentongan.forwarder.source;

import static id.kentongan.contracts.GapReason.DAY_MISSING;
import static id.kentongan.contracts.GapReason.FILE_LOST;
import static id.kentongan.contracts.GapReason.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String BUSY = "x".repeat((int) Holes.BUSY) + "\n";

    @TempDir
    Path home;

    private final Tick clock = new Tick();
    private TrialWazuh wazuh;

    @BeforeEach
    void layOutAsWazuhDoes() throws IOException {
        wazuh = TrialWazuh.four(home);
        wazuh.begin("2026-11-19");
    }

    // where it is

    @Test
    void directoryOfWazuhOrOfItsLogsOrTheFileItselfIsFollowed() throws IOException {
        wazuh.append("one\n");

        for (Path path : List.of(home, home.resolve("logs"), home.resolve("logs/alerts"), wazuh.live())) {
            try (Follower follower = follower(path, null, Start.TODAY)) {
                assertThat(Lines.all(follower)).containsExactly("one");
            }
        }
    }

    @Test
    void directoryIsFoundWhileItsLivingNameIsJustBeingSwapped() throws IOException {
        wazuh.append("one\n");
        Files.delete(wazuh.live());

        try (Follower follower = follower(home.resolve("logs/alerts"), null, Start.TODAY)) {
            assertThat(Lines.all(follower)).isEmpty();
            wazuh.link(wazuh.dated("2026-11-19"));
            assertThat(Lines.all(follower)).containsExactly("one");
        }
    }

    @Test
    void eachSpaceOfWazuhFiveIsASourceOfItsOwn() throws IOException {
        for (String space : List.of("standard", "custom")) {
            String channel = space + "-wazuh-events-v5";
            Path directory = home.resolve("logs").resolve(channel);
            TrialWazuh five = new TrialWazuh(directory.resolve(channel + ".json"), "wazuh-" + channel + "-");
            TrialWazuh.gzip(five.write("2026-11-18", 0, space + " same event\n"));
            five.begin("2026-11-19");
            five.append(space + " next event\n");

            for (Path path : List.of(directory, five.live())) {
                try (Follower follower = follower(path, null, Start.BEGINNING)) {
                    List<Line> lines = Lines.taken(follower);
                    assertThat(lines)
                            .extracting(Lines::text)
                            .containsExactly(space + " same event", space + " next event");
                    assertThat(lines.get(0).position().file())
                            .startsWith("2026/Nov/wazuh-" + space + "-wazuh-events-v5-18.json#");
                }
            }
        }
    }

    // what integratord loses

    /** integratord begins at the end after a restart: what was written meanwhile is lost there. */
    @Test
    void whatWasWrittenWhileItWasStoppedIsRead() throws IOException {
        wazuh.append("1\n");
        Position last = lastOf(null);
        wazuh.append("2\n3\n");

        assertThat(told(last)).containsExactly("2", "3");
    }

    /** integratord opens a file that appears later at its end. */
    @Test
    void fileThatAppearsLaterIsReadFromItsBeginning() throws IOException {
        Files.delete(wazuh.live());
        Files.delete(wazuh.dated("2026-11-19"));
        for (Start start : List.of(Start.TODAY, Start.BEGINNING, Start.END)) {
            try (Follower follower = follower(home, null, start)) {
                assertThat(follower.next()).isNull();
                assertThat(follower.listening()).isFalse();

                wazuh.begin("2026-11-19");
                wazuh.append("one\n");
                assertThat(Lines.all(follower)).as(start.text()).containsExactly("one");
                assertThat(follower.listening()).isTrue();
            }
            Files.delete(wazuh.live());
            Files.delete(wazuh.dated("2026-11-19"));
        }
    }

    /** integratord skips the middle file. */
    @Test
    void twoRotationsBetweenTwoLooksLoseNothing() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("1\n");
            assertThat(Lines.all(follower)).containsExactly("1");
            wazuh.append("2\n");
            wazuh.begin("2026-11-19", 1);
            wazuh.append("3\n");
            wazuh.begin("2026-11-20");
            wazuh.append("4\n");
            wazuh.begin("2026-11-21");
            wazuh.append("5\n");

            assertThat(patiently(follower)).containsExactly("2", "3", "4", "5");
        }
    }

    @Test
    void manyRotationsWhileItWasStoppedLoseNothing() throws IOException {
        wazuh.append("1\n");
        Position last = lastOf(null);
        wazuh.append("2\n");
        TrialWazuh.gzip(wazuh.dated("2026-11-19"));
        TrialWazuh.gzip(wazuh.write("2026-11-20", 0, "3\n4\n"));
        TrialWazuh.gzip(wazuh.write("2026-11-20", 1, "5\n"));
        wazuh.write("2026-11-20", 2, "6\n");
        wazuh.begin("2026-11-21");
        wazuh.append("7\n");

        assertThat(told(last)).containsExactly("2", "3", "4", "5", "6", "7");
    }

    /** integratord stays at its old offset, in the middle of whatever is there then. */
    @Test
    void truncationInPlaceIsToldAndTheFileIsReadAnew() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("a long line\n");
            Lines.all(follower);
            Files.writeString(wazuh.live(), "b\n");

            assertThat(Lines.told(follower)).containsExactly(TRUNCATED + " -1", "b");
        }
    }

    @Test
    void truncationThatIsOvergrownBeforeTheNextLookIsToldToo() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("one\ntwo\n");
            Lines.all(follower);
            Files.writeString(wazuh.live(), "uno\ndue\n");
            assertThat(Lines.told(follower)).containsExactly(TRUNCATED + " -1", "uno", "due");

            Files.writeString(wazuh.live(), "eins\nzwei\ndrei\nvier\n");
            assertThat(Lines.told(follower)).containsExactly(TRUNCATED + " -1", "eins", "zwei", "drei", "vier");
        }
    }

    @Test
    void truncationBehindTheFirstLineGivesTheSecondWritingANameOfItsOwn() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("one\ntwo\n");
            Line two = Lines.taken(follower).get(1);
            Files.writeString(wazuh.live(), "one\nTWO, and longer\n");
            List<Reading> anew = Lines.readings(follower);

            assertThat(anew).extracting(Lines::text).containsExactly(TRUNCATED + " -1", "one", "TWO, and longer");
            assertThat(anew.get(2).position().file())
                    .isNotEqualTo(two.position().file());
            assertThat(told(anew.get(0).position())).containsExactly("one", "TWO, and longer");
            assertThat(told(anew.get(1).position())).containsExactly("TWO, and longer");
        }
    }

    @Test
    void overgrownTruncationFarBehindTheFirstLineIsToldToo() throws IOException {
        String first = "x".repeat(2 * Head.LONGEST);
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append(first + "\ntwo\n");
            Lines.all(follower);
            Files.writeString(wazuh.live(), first + "\nTWO\nthree\n");

            assertThat(Lines.told(follower)).containsExactly(TRUNCATED + " -1", first, "TWO", "three");
        }
    }

    @Test
    void truncationWhileItWasStoppedIsToldOnce() throws IOException {
        wazuh.append("one\ntwo\n");
        Position last = lastOf(null);
        Files.writeString(wazuh.live(), "uno\n");
        Position gap = readings(last).get(0).position();

        assertThat(told(last)).containsExactly(TRUNCATED + " -1", "uno");
        assertThat(told(gap)).containsExactly("uno");
    }

    @Test
    void truncationToNothingIsToldAtOnceAndOnlyOnce() throws IOException {
        wazuh.append("one\n");
        Position last = lastOf(null);
        Files.writeString(wazuh.live(), "");
        List<Reading> gap = readings(last);
        assertThat(gap).extracting(Lines::text).containsExactly(TRUNCATED + " -1");

        assertThat(told(gap.get(0).position())).isEmpty();
        wazuh.append("uno\n");
        assertThat(told(gap.get(0).position())).containsExactly("uno");
    }

    /** integratord drops a line of 64 KiB and more. */
    @Test
    void lineOfOverSixtyFourKibibytesPassesWhole() throws IOException {
        String big = "{\"full_log\":\"" + "x".repeat(200_000) + "\"}";
        wazuh.append(big + "\nnext\n");

        assertThat(told(null)).containsExactly(big, "next");
    }

    /** integratord drops a line that is no JSON, and waits a second for each. */
    @Test
    void interleavedBrokenAndBinaryLinesPassAsTheyAre() throws IOException {
        String torn = "{\"id\":\"1\",\"full_l{\"id\":\"2\"}og\":\"\"}";
        wazuh.append(torn + "\n\n\u0000\u0000\n");
        Files.write(wazuh.live(), new byte[] {'{', (byte) 0xff, (byte) 0xc3, '}', '\n'}, StandardOpenOption.APPEND);
        try (Follower follower = follower(home, null, Start.TODAY)) {
            List<Line> lines = Lines.taken(follower);

            assertThat(lines.subList(0, 3)).extracting(Lines::text).containsExactly(torn, "", "\u0000\u0000");
            assertThat(lines.get(3).bytes()).containsExactly('{', (byte) 0xff, (byte) 0xc3, '}');
        }
    }

    @Test
    void halfLineWaitsForItsRest() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("one\ntw");
            assertThat(Lines.all(follower)).containsExactly("one");
            clock.pass(Duration.ofHours(1));
            assertThat(Lines.all(follower)).isEmpty();
            wazuh.append("o\n");
            assertThat(Lines.all(follower)).containsExactly("two");
        }
    }

    @Test
    void firstLineThatIsNotWholeYetGivesTheFileItsNameWhenItIs() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("on");
            assertThat(Lines.all(follower)).isEmpty();
            wazuh.append("e\n");
            Line one = Lines.taken(follower).get(0);

            assertThat(one.position().file()).isEqualTo("2026/Nov/ossec-alerts-19.json#" + head("one"));
        }
    }

    // the same name

    @Test
    void sameLineHasTheSamePlaceHoweverItIsRead() throws IOException {
        wazuh.append("one\ntwo\n");
        List<Position> places = new ArrayList<>(List.of(positions(wazuh.live(), Start.TODAY)));
        places.addAll(List.of(positions(home, Start.BEGINNING)));
        wazuh.begin("2026-11-20");
        places.addAll(List.of(positions(home, Start.BEGINNING)));
        TrialWazuh.gzip(wazuh.dated("2026-11-19"));
        places.addAll(List.of(positions(home, Start.BEGINNING)));

        assertThat(places).hasSize(8);
        assertThat(places.stream().map(Position::file).distinct()).hasSize(1);
        assertThat(places.stream().map(Position::offset).distinct()).containsExactly(0L, 4L);
    }

    @Test
    void restartGoesOnBehindTheLastLineOfTheCompressedFileUnderTheSameName() throws IOException {
        wazuh.append("one\ntwo\nthree\n");
        Position one = positions(home, Start.TODAY)[0];
        wazuh.begin("2026-11-20");
        TrialWazuh.gzip(wazuh.dated("2026-11-19"));

        List<Reading> rest = readings(one);
        assertThat(rest).extracting(Lines::text).containsExactly("two", "three");
        assertThat(rest.get(0).position().file()).isEqualTo(one.file());
        assertThat(rest.get(0).position().offset()).isEqualTo(4);
    }

    @Test
    void devicesThatAreNumberedAnewDoNotMakeItAnotherFile() throws IOException {
        Path lone = lone("one\ntwo\n");
        Position one = positions(lone, Start.TODAY)[0];
        Position booted = new Position(one.file(), "99" + one.mark(), one.offset(), one.next());

        assertThat(told(lone, booted)).containsExactly("two");
    }

    /** An inode number is used again soon after its file is gone; the first line tells the files apart. */
    @Test
    void otherContentUnderTheSameInodeIsAnotherFile() throws IOException {
        Path lone = lone("one\ntwo\n");
        Position[] before = positions(lone, Start.TODAY);
        Files.writeString(lone, "uno\ndue\ntre\n");

        assertThat(told(lone, before[1])).containsExactly(TRUNCATED + " -1", "uno", "due", "tre");
        assertThat(positions(lone, Start.TODAY)[0].file()).isNotEqualTo(before[0].file());
    }

    @Test
    void loneFileThatWasExchangedWhileItWasStoppedIsToldAsLostOnce() throws IOException {
        Path lone = lone("one\n");
        Position last = positions(lone, Start.TODAY)[0];
        Files.move(lone, lone.resolveSibling("kept-so-that-its-inode-is-taken"));
        lone("uno\n");

        assertThat(told(lone, last)).containsExactly(FILE_LOST + " -1", "uno");
        assertThat(told(lone, readings(lone, last).get(0).position())).containsExactly("uno");
    }

    @Test
    void loneFileIsFinishedBeforeItsSuccessorIsRead() throws IOException {
        Path lone = lone("one\n");
        try (Follower follower = follower(lone, null, Start.TODAY)) {
            Lines.append(lone, "two\nhalf");
            assertThat(Lines.all(follower)).containsExactly("one", "two");
            Files.move(lone, lone.resolveSibling("old"));
            lone("three\n");

            assertThat(patiently(follower)).containsExactly("half", "three");
        }
    }

    // rotation

    /** The new day's first alerts are older than now: a heartbeat of now would overtake them. */
    @Test
    void whileAFinishedFileIsGivenItsMomentNothingIsSaidOfTime() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("one\n");
            Lines.all(follower);
            assertThat(follower.listening()).isTrue();
            wazuh.begin("2026-11-20");
            wazuh.append("two\n");

            assertThat(follower.next()).isNull();
            assertThat(follower.listening()).isFalse();
            clock.pass(Duration.ofSeconds(2));
            assertThat(patiently(follower)).containsExactly("two");
            assertThat(follower.listening()).isTrue();
        }
    }

    @Test
    void openDayIsFinishedBeforeTheNextIsRead() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("one\n");
            Lines.all(follower);
            Path old = wazuh.dated("2026-11-19");
            wazuh.begin("2026-11-20");
            wazuh.append("three\n");
            Lines.append(old, "two, on its way during the swap\n");

            assertThat(Lines.all(follower)).containsExactly("two, on its way during the swap");
            clock.pass(Duration.ofSeconds(2));
            assertThat(patiently(follower)).containsExactly("three");
        }
    }

    @Test
    void dayThatIsCompressedWhileItIsOpenIsFinished() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("one\n");
            Lines.all(follower);
            wazuh.append("two\nhalf");
            wazuh.begin("2026-11-20");
            TrialWazuh.gzip(wazuh.dated("2026-11-19"));
            wazuh.append("three\n");

            assertThat(patiently(follower)).containsExactly("two", "half", "three");
        }
    }

    @Test
    void livingNameThatIsAwayForAMomentIsASwap() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("one\n");
            Lines.all(follower);
            Files.delete(wazuh.live());
            assertThat(patiently(follower)).isEmpty();
            assertThat(follower.listening()).isTrue();
            Path next = wazuh.write("2026-11-20", 0, "two\n");
            assertThat(patiently(follower)).containsExactly("two");
            wazuh.link(next);
            wazuh.append("three\n");
            assertThat(patiently(follower)).containsExactly("three");
        }
    }

    @Test
    void halfLineAtTheEndOfAFinishedFileIsToldOnceAsItIs() throws IOException {
        wazuh.append("one\nhalf");
        wazuh.begin("2026-11-20");
        wazuh.append("two\n");
        List<Reading> all = readings(home, Start.BEGINNING);

        assertThat(all).extracting(Lines::text).containsExactly("one", "half", "two");
        TrialWazuh.gzip(wazuh.dated("2026-11-19"));
        assertThat(told(all.get(0).position())).containsExactly("half", "two");
        assertThat(told(all.get(1).position())).containsExactly("two");
    }

    @Test
    void monthsAndYearsFollowTheCalendarNotTheAlphabet() throws IOException {
        List<String> days = List.of("2025-04-30", "2025-08-01", "2025-12-31", "2026-01-01", "2026-02-01", "2026-09-09");
        for (String day : days) {
            wazuh.write(day, 0, day + "\n");
        }

        assertThat(told(home, Start.BEGINNING)).containsExactlyElementsOf(days);
    }

    @Test
    void partsFollowTheirNumbers() throws IOException {
        wazuh.append("0\n");
        for (int part : new int[] {10, 2, 1, 1000}) {
            wazuh.write("2026-11-19", part, part + "\n");
        }
        wazuh.link(wazuh.dated("2026-11-19", 1000));

        assertThat(told(home, Start.BEGINNING)).containsExactly("0", "1", "2", "10", "1000");
    }

    @Test
    void clockThatIsSetBackOverMidnightNeitherLosesNorRepeats() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append("1\n");
            assertThat(patiently(follower)).containsExactly("1");
            wazuh.begin("2026-11-20");
            wazuh.append("2\n");
            assertThat(patiently(follower)).containsExactly("2");
            wazuh.begin("2026-11-19");
            wazuh.append("3\n");
            assertThat(patiently(follower)).containsExactly("3");
            wazuh.begin("2026-11-20");
            wazuh.append("4\n");
            assertThat(patiently(follower)).containsExactly("4");
        }
    }

    @Test
    void livingNameThatStillStandsForACompressedDayIsNotReadTwice() throws IOException {
        wazuh.append("1\n2\n");
        Position one = positions(home, Start.TODAY)[0];
        TrialWazuh.gzip(wazuh.dated("2026-11-19"));
        wazuh.append("3\n");

        assertThat(told(one)).containsExactly("2", "3");
    }

    // what is missing

    @Test
    void quietDayIsNotMissing() throws IOException {
        wazuh.append("one\n");
        Position last = lastOf(null);
        wazuh.begin("2026-11-23");
        wazuh.append("two\n");

        assertThat(told(last)).containsExactly("two");
    }

    @Test
    void busySourceHasNoDayWithoutAFile() throws IOException {
        wazuh.append("one\n" + BUSY);
        Position last = lastOf(null);
        wazuh.begin("2026-11-22");
        wazuh.append("two\n");
        List<Reading> all = readings(last);

        assertThat(all).extracting(Lines::text).containsExactly(DAY_MISSING + " -1", "two");
        Missing gap = (Missing) all.get(0);
        assertThat(gap.detail()).contains("2026-11-20 to 2026-11-21");
        assertThat(gap.until()).isEqualTo(Instant.parse("2026-11-21T17:00:00Z"));
        assertThat(told(gap.position())).containsExactly("two");
    }

    @Test
    void dayThatItWatchedGoByIsNotMissing() throws IOException {
        try (Follower follower = follower(home, null, Start.TODAY)) {
            wazuh.append(BUSY);
            assertThat(patiently(follower)).hasSize(1);
            wazuh.begin("2026-11-22");
            wazuh.append("two\n");

            assertThat(patiently(follower)).containsExactly("two");
        }
    }

    @Test
    void dayOfWhichOnlyTheTextAlertsAreThereIsMissing() throws IOException {
        wazuh.append("one\n");
        Position last = lastOf(null);
        Files.createFile(wazuh.dated("2026-11-19").resolveSibling("ossec-alerts-20.log.gz"));
        wazuh.begin("2026-11-21");
        wazuh.append("two\n");

        assertThat(told(last)).containsExactly(DAY_MISSING + " -1", "two");
    }

    @Test
    void savedFileThatIsGoneIsToldOnceAndReadingGoesOnBehindIt() throws IOException {
        wazuh.append("one\n");
        Position last = lastOf(null);
        TrialWazuh.gzip(wazuh.write("2026-11-20", 0, "two\n"));
        wazuh.begin("2026-11-21");
        wazuh.append("three\n");
        Files.delete(wazuh.dated("2026-11-19"));
        List<Reading> all = readings(last);

        assertThat(all).extracting(Lines::text).containsExactly(FILE_LOST + " -1", "two", "three");
        assertThat(told(all.get(0).position())).containsExactly("two", "three");
    }

    @Test
    void damagedDayIsReadAsFarAsItCanBeAndToldAsLost() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            many.append(Integer.toHexString(i * 0x9e3779b1)).append('\n');
        }
        wazuh.append(many.toString());
        Path copy = TrialWazuh.gzip(wazuh.dated("2026-11-19"));
        byte[] whole = Files.readAllBytes(copy);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] torn = whole.clone();
        Arrays.fill(torn, whole.length / 2, whole.length / 2 + 2000, (byte) 0x55);
        wazuh.begin("2026-11-20");
        wazuh.append("next\n");
        for (byte[] damaged : List.of(cut, torn)) {
            Files.write(copy, damaged);
            List<Reading> all = readings(home, Start.BEGINNING);

            assertThat(all.size()).isBetween(20_000, 49_000);
            assertThat(all.stream().limit(10_000).map(Lines::text))
                    .containsExactlyElementsOf(
                            many.toString().lines().limit(10_000).toList());
            assertThat(Lines.text(all.get(all.size() - 1))).isEqualTo("next");
            Missing gap = (Missing) all.get(all.size() - 2);
            assertThat(gap.reason()).isEqualTo(FILE_LOST);
            assertThat(gap.detail()).contains("damaged behind its uncompressed byte");
            assertThat(told(gap.position())).containsExactly("next");
            assertThat(told(all.get(9_999).position())).hasSize(all.size() - 10_000);
        }
    }

    @Test
    void fileThatIsNoGzipAtAllIsToldAsLost() throws IOException {
        Files.writeString(wazuh.write("2026-11-18", 0, "").resolveSibling("ossec-alerts-17.json.gz"), "oops");
        wazuh.append("one\n");

        assertThat(told(home, Start.BEGINNING)).containsExactly(FILE_LOST + " -1", "one");
    }

    @Test
    void fileThatMayNotBeReadIsAFaultAndNoGap() throws IOException {
        wazuh.append("one\n");
        Position last = lastOf(null);
        Files.delete(wazuh.live());
        Files.createSymbolicLink(wazuh.live(), wazuh.live());
        try (Follower follower = follower(home.resolve("logs/alerts/alerts.json"), last, Start.TODAY)) {
            assertThatThrownBy(() -> patiently(follower)).isInstanceOf(IOException.class);
        }
        Files.delete(wazuh.live());
        wazuh.link(wazuh.dated("2026-11-19"));
        wazuh.append("two\n");

        assertThat(told(last)).containsExactly("two");
    }

    // where it begins

    @Test
    void beginningIsTheOldestDayThatIsThere() throws IOException {
        days();

        assertThat(told(home, Start.BEGINNING)).containsExactly("16", "18", "19");
    }

    @Test
    void todayIsThePresentFileFromItsFirstLine() throws IOException {
        days();

        assertThat(told(home, Start.TODAY)).containsExactly("19");
    }

    @Test
    void endIsBehindWhatIsThereButNotInsideALine() throws IOException {
        days();
        wazuh.append("ha");
        try (Follower follower = follower(home, null, Start.END)) {
            assertThat(Lines.all(follower)).isEmpty();
            wazuh.append("lf\nnew\n");
            assertThat(Lines.all(follower)).containsExactly("half", "new");
            Position origin = follower.origin();

            assertThat(told(origin)).containsExactly("half", "new");
        }
    }

    @Test
    void dateIsThatDaysFirstFileOrTheNextThatExists() throws IOException {
        days();

        assertThat(told(home, date("2026-11-16"))).containsExactly("16", "18", "19");
        assertThat(told(home, date("2026-11-17"))).containsExactly("18", "19");
        assertThat(told(home, date("2026-11-19"))).containsExactly("19");
        assertThat(told(home, date("2026-12-01"))).containsExactly("19");
    }

    // how much is left

    @Test
    void bytesBehindAreThoseOfAllFilesStillToBeRead() throws IOException {
        wazuh.append("x".repeat(999) + "\n");
        TrialWazuh.gzip(wazuh.dated("2026-11-19"));
        wazuh.write("2026-11-20", 0, "y".repeat(1999) + "\n");
        wazuh.begin("2026-11-21");
        wazuh.append("z".repeat(2999) + "\n");
        try (Follower follower = follower(home, null, Start.BEGINNING)) {
            follower.next();
            assertThat(follower.readBytes()).isEqualTo(1000);
            assertThat(follower.totalBytes()).isEqualTo(6000);
            patiently(follower);
            assertThat(follower.readBytes()).isEqualTo(6000);
            assertThat(follower.totalBytes()).isEqualTo(6000);
        }
    }

    @Test
    void silenceSaysNothingWhileNoFileCanBeSeen() throws IOException {
        Path lone = lone("one\n");
        try (Follower follower = follower(lone, null, Start.TODAY)) {
            Lines.all(follower);
            assertThat(follower.listening()).isTrue();
            Files.delete(lone);
            patiently(follower);
            assertThat(follower.listening()).isFalse();
            lone("two\n");
            assertThat(patiently(follower)).containsExactly("two");
            assertThat(follower.listening()).isTrue();
        }
    }

    private void days() throws IOException {
        TrialWazuh.gzip(wazuh.write("2026-11-16", 0, "16\n"));
        wazuh.write("2026-11-18", 0, "18\n");
        wazuh.append("19\n");
    }

    private static Start date(String day) {
        return new Start(Start.Kind.DATE, LocalDate.parse(day));
    }

    private Path lone(String text) throws IOException {
        Path lone = home.resolve("lone.json");
        Lines.append(lone, text);
        return lone;
    }

    private static String head(String line) {
        return Head.of((line + "\n").getBytes(StandardCharsets.UTF_8), false);
    }

    private Follower follower(Path path, @Nullable Position last, Start start) {
        return new Follower(path, last, start, JAKARTA, clock);
    }

    private Position lastOf(@Nullable Position from) throws IOException {
        List<Reading> all = readings(from);
        return all.get(all.size() - 1).position();
    }

    private Position[] positions(Path path, Start start) throws IOException {
        return readings(path, start).stream().map(Reading::position).toArray(Position[]::new);
    }

    private List<String> told(@Nullable Position last) throws IOException {
        return readings(last).stream().map(Lines::text).toList();
    }

    private List<String> told(Path path, Position last) throws IOException {
        return readings(path, last).stream().map(Lines::text).toList();
    }

    private List<String> told(Path path, Start start) throws IOException {
        return readings(path, start).stream().map(Lines::text).toList();
    }

    private List<Reading> readings(@Nullable Position last) throws IOException {
        return readings(home, last, Start.TODAY);
    }

    private List<Reading> readings(Path path, Position last) throws IOException {
        return readings(path, last, Start.TODAY);
    }

    private List<Reading> readings(Path path, Start start) throws IOException {
        return readings(path, null, start);
    }

    private List<Reading> readings(Path path, @Nullable Position last, Start start) throws IOException {
        try (Follower follower = follower(path, last, start)) {
            return all(follower);
        }
    }

    private List<String> patiently(Follower follower) throws IOException {
        return all(follower).stream().map(Lines::text).toList();
    }

    /** Looks until nothing comes any more, letting time pass for the grace of files that were swapped. */
    private List<Reading> all(Follower follower) throws IOException {
        List<Reading> all = new ArrayList<>();
        for (int quiet = 0; quiet < 4; quiet++) {
            List<Reading> more = Lines.readings(follower);
            all.addAll(more);
            quiet = more.isEmpty() ? quiet : 0;
            clock.pass(Duration.ofSeconds(2));
        }
        return all;
    }
}
