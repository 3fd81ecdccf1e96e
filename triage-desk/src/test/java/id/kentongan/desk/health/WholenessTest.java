package id.kentongan.desk.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import id.kentongan.desk.health.Missing.Kind;
import id.kentongan.desk.health.Wholeness.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholenessTest {
    private static final Instant NOW = Instant.parse("2026-06-15T03:00:00Z");
    private static final JobStanding WORKS = new JobStanding(JobStanding.State.WORKS, 3L, NOW);

    @Test
    void allHeardAllReadAndNothingLostIsWhole() {
        assertThat(judged(source(ago(1), ledger(ago(1), ago(2), null)), gap(ago(60 * 25)))
                        .word())
                .isEqualTo(Word.WHOLE);
    }

    @Test
    void aSilentSourceIsMissedSinceItsLastWord() {
        assertThat(judged(source(ago(11), null)).missing())
                .containsExactly(Missing.of(Kind.SOURCE_SILENT, "s", ago(11)));
        assertThat(judged(source(ago(9), null)).word()).isEqualTo(Word.WHOLE);
    }

    @Test
    void aSourceThatNeverSpokeIsMissed() {
        assertThat(judged(source(null, ledger(ago(1), null, null))).missing())
                .containsExactly(Missing.of(Kind.SOURCE_NEVER, "s", null));
    }

    @Test
    void aSourceThatSpeaksButSendsOldAlertsIsLateUnlessThatIsItsWay() {
        SourceFacts late = source(ago(0), ledger(ago(0), ago(30), null));
        SourceFacts slow = new SourceFacts("s", "h", "findings", 25 * 60_000, false, ago(0), late.ledger());

        assertThat(judged(late).missing()).containsExactly(Missing.of(Kind.SOURCE_LATE, "s", ago(30)));
        assertThat(judged(slow).word()).isEqualTo(Word.WHOLE);
    }

    @Test
    void whatASourceSaysOfItsTroubleIsToldInItsWords() {
        assertThat(judged(source(ago(0), ledger(ago(0), ago(0), "disk full"))).missing())
                .singleElement()
                .satisfies(one -> assertThat(one.detail()).isEqualTo("disk full"))
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.SOURCE_TROUBLE));
    }

    @Test
    void whereNobodyReadsHeartbeatsTheLedgerSpeaksAndWithoutBothNothingIsKnown() {
        SourceFacts known = source(ago(60), ledger(ago(1), ago(1), null));

        assertThat(SourceStanding.of(known, true, true, NOW).life()).isEqualTo(SourceStanding.Life.SILENT);
        assertThat(SourceStanding.of(known, false, true, NOW).life()).isEqualTo(SourceStanding.Life.ALIVE);
        assertThat(SourceStanding.of(known, false, false, NOW).life()).isEqualTo(SourceStanding.Life.UNKNOWN);
    }

    @Test
    void aSourceThatEndedOnPurposeIsNotMissedButAloneItIsNoSource() {
        SourceFacts retired = new SourceFacts("old", "h", "file", 0, true, ago(9999), null);

        assertThat(judged(source(ago(1), null), retired).word()).isEqualTo(Word.WHOLE);
        assertThat(judged(retired).missing()).containsExactly(Missing.of(Kind.NO_SOURCE, "", null));
        assertThat(judged(retired).word()).isEqualTo(Word.UNKNOWN);
    }

    @Test
    void aGapOfTheLastDayIsMissing() {
        assertThat(judged(source(ago(1), null), gap(ago(60 * 23))).missing())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(GapReason.FILE_LOST));
    }

    @Test
    void readersAreJudgedByWhatTheBrokerSaidLately() {
        assertThat(reader(5L, ago(0))).isEqualTo(Reader.State.KEEPS_UP);
        assertThat(reader(2001L, ago(0))).isEqualTo(Reader.State.BEHIND);
        assertThat(reader(0L, ago(2))).isEqualTo(Reader.State.STOPPED);
        assertThat(reader(null, null)).isEqualTo(Reader.State.UNKNOWN);
    }

    @Test
    void theJobHasStoppedWhenItMovesNoMoreAlthoughThereIsSomethingToRead() {
        assertThat(job(1, ago(11), ago(0))).isEqualTo(JobStanding.State.STOPPED);
        assertThat(job(0, ago(11), ago(0))).isEqualTo(JobStanding.State.WORKS);
        assertThat(job(1, ago(9), ago(0))).isEqualTo(JobStanding.State.WORKS);
        assertThat(job(100_001, ago(0), ago(0))).isEqualTo(JobStanding.State.BEHIND);
        assertThat(job(0, ago(0), ago(2))).isEqualTo(JobStanding.State.UNKNOWN);
        assertThat(JobStanding.of(null, NOW).state()).isEqualTo(JobStanding.State.UNKNOWN);
    }

    @Test
    void somethingMissingOutweighsWhatIsNotKnown() {
        JobStanding unknown = JobStanding.of(null, NOW);
        SourceStanding well = SourceStanding.of(source(ago(1), null), true, true, NOW);
        SourceStanding silent = SourceStanding.of(source(ago(99), null), true, true, NOW);

        assertThat(Wholeness.of(List.of(well), List.of(), List.of(), unknown, NOW)
                        .word())
                .isEqualTo(Word.UNKNOWN);
        assertThat(Wholeness.of(List.of(silent), List.of(), List.of(), unknown, NOW)
                        .word())
                .isEqualTo(Word.NOT_WHOLE);
    }

    @Test
    void everyWordHasAName() throws IOException {
        Properties names = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src", "main", "resources", "messages.properties"))) {
            names.load(file);
        }
        assertThat(Stream.of(
                                named("wholeness", Word.values()),
                                named("missing", Kind.values()),
                                named("life", SourceStanding.Life.values()),
                                named("reading", Reader.State.values()),
                                named("reading", JobStanding.State.values()))
                        .flatMap(group -> group))
                .allMatch(names::containsKey);
    }

    private static Stream<String> named(String group, Enum<?>... words) {
        return Arrays.stream(words).map(word -> group + "." + word.name().toLowerCase(Locale.ROOT));
    }

    private static Wholeness judged(SourceFacts source, Gap... gaps) {
        return Wholeness.of(List.of(SourceStanding.of(source, true, true, NOW)), List.of(gaps), List.of(), WORKS, NOW);
    }

    private static Wholeness judged(SourceFacts one, SourceFacts other) {
        List<SourceStanding> both = Stream.of(one, other)
                .map(each -> SourceStanding.of(each, true, true, NOW))
                .toList();
        return Wholeness.of(both, List.of(), List.of(), WORKS, NOW);
    }

    private static SourceFacts source(@Nullable Instant beat, SourceFacts.@Nullable Ledger ledger) {
        return new SourceFacts("s", "h", "file", 0, false, beat, ledger);
    }

    private static SourceFacts.Ledger ledger(Instant told, @Nullable Instant upTo, @Nullable String trouble) {
        return new SourceFacts.Ledger(told, ago(9999), upTo, upTo, 10, 0, 0, trouble, 0);
    }

    private static Gap gap(Instant end) {
        return new Gap("g", "s", null, GapReason.FILE_LOST, end.minusSeconds(60), end, -1, "x");
    }

    private static Reader.State reader(@Nullable Long behind, @Nullable Instant checked) {
        return new Reader("cases", behind, checked).state(NOW);
    }

    private static JobStanding.State job(long behind, Instant moved, Instant checked) {
        return JobStanding.of(new JobProgress.Place(behind, moved, checked), NOW)
                .state();
    }

    private static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
