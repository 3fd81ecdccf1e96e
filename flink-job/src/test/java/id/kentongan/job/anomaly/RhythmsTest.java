package id.kentongan.job.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RhythmsTest {
    /** Monday, ten o'clock in Jakarta. */
    private static final Instant MONDAY = Instant.parse("2026-11-02T03:00:00Z");

    private final List<Finding> found = new ArrayList<>();
    private final OfficeHours office = OfficeHours.read("""
            # the desk's file says more than the job needs
            TAHUN 2026
            JAM SENIN 07.30-12.00 13.00-16.00
            JAM SELASA 07.30-12.00 13.00-16.00
            JAM RABU 07.30-16.00
            JAM KAMIS 07.30-16.00
            JAM JUMAT 07.30-16.30
            LIBUR_NASIONAL 2026-12-25 Natal
            """, "Asia/Jakarta");
    private final PlainRhythms rhythms = new PlainRhythms(
            new Watch(office, EnumSet.noneOf(Detector.class), Set.of()), (finding, at) -> found.add(finding));
    private int alerts;

    @Test
    void farMoreThanInTheSameHourOfOtherWeeksIsTold() {
        for (int week = 0; week < 4; week++) {
            hour(week(week), 20);
            hour(week(week).plus(Duration.ofHours(5)), 3_000);
        }
        assertThat(found).isEmpty();

        hour(week(4), 300);

        assertThat(found).extracting(Finding::ruleId).containsOnly("rate");
        assertThat(reasons())
                .contains("128 alerts within this hour; at most 16 in the same hour of the week so far")
                .hasSize(3);
        assertThat(found.get(0).reasons()).extracting(Text::id).allMatch(why -> why.contains("64 alert dalam jam ini"));
    }

    @Test
    void inItsFirstWeeksNothingIsUnusualForTheHour() {
        hour(week(0), 20);
        hour(week(1), 3_000);

        assertThat(found).isEmpty();
    }

    @Test
    void farMoreFromOneAddressIsToldThoughTheAgentIsAsBusyAsEver() {
        for (int week = 0; week < 4; week++) {
            hour(week(week), 3_000);
            from("203.0.113.7", week(week), 20);
            from("203.0.113.7", week(week).plus(Duration.ofDays(1)), 1);
        }
        assertThat(found).isEmpty();

        hour(week(4), 2_800);
        from("203.0.113.7", week(4), 200);

        assertThat(reasons())
                .containsExactly(
                        "source address 203.0.113.7: 64 alerts within this hour; at most 16 in the same hour of the week so far",
                        "source address 203.0.113.7: 128 alerts within this hour; at most 16 in the same hour of the week so far");
        assertThat(found).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void anAddressOfWhichLittleIsKnownIsNotUnusualForTheHour() {
        hour(week(0), 3_000);
        hour(week(3), 3_000);
        from("203.0.113.7", week(3), 200);
        from("203.0.113.7", week(3).plus(Duration.ofDays(30)), 200);

        assertThat(reasons()).noneMatch(why -> why.contains("203.0.113.7"));
    }

    @Test
    void loginAtNightIsToldOnceANightWhereItIsUnusual() {
        for (int day = 0; day < 12; day++) {
            login(MONDAY.plus(Duration.ofDays(day)));
        }
        // of these days two were a Saturday and a Sunday: so a free day is not unheard of here
        assertThat(reasons()).containsExactly("budi logged in at 10:00, outside working hours; before on 0 of 5 days");
        found.clear();

        Instant night = MONDAY.plus(Duration.ofDays(12)).plus(Duration.ofHours(16));
        login(night);
        login(night.plusSeconds(60));

        assertThat(found).as("two nights of twelve are no longer rare").isEmpty();
    }

    @Test
    void whoseNightsTheyAreIsToldApart() {
        for (int day = 0; day < 30; day++) {
            rhythms.take(SomeAlert.login(
                    MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(16)), "cadangan", alerts++));
        }
        found.clear();

        login(MONDAY.plus(Duration.ofDays(30)).plus(Duration.ofHours(16)));
        rhythms.take(
                SomeAlert.login(MONDAY.plus(Duration.ofDays(30)).plus(Duration.ofHours(16)), "cadangan", alerts++));

        assertThat(reasons())
                .singleElement(STRING)
                .startsWith("budi logged in at 02:00, outside working hours; before on 0 of ");
    }

    @Test
    void aHolidayIsNoWorkingDay() {
        login(MONDAY);
        for (int day = 0; day < 40; day++) {
            speak(MONDAY.plus(Duration.ofDays(day)));
        }
        login(Instant.parse("2026-12-25T03:00:00Z"));

        assertThat(found).extracting(Finding::ruleId).contains("off-hours");
    }

    @Test
    void whatComesAgainAtRegularIntervalsIsTold() {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            ids(MONDAY.plusSeconds(300L * i).plusMillis(random.nextInt(4_000)), "beacon");
        }

        assertThat(found).extracting(Finding::ruleId).containsOnly("beaconing");
        assertThat(reasons().get(0)).startsWith("8 times at intervals of 30").contains("off by ");
    }

    @Test
    void whatComesAgainAtOddIntervalsIsNot() {
        Random random = new Random(7);
        Instant time = MONDAY;
        for (int i = 0; i < 500; i++) {
            time = time.plusSeconds(60 + random.nextInt(600));
            ids(time, "visitor");
        }

        assertThat(found).isEmpty();
    }

    @Test
    void anAgentThatFallsSilentIsMissedOnce() {
        for (int hour = 0; hour < 60; hour++) {
            speak(MONDAY.plus(Duration.ofHours(hour)));
        }
        rhythms.advanceTo(MONDAY.plus(Duration.ofHours(61)).toEpochMilli());
        assertThat(found).isEmpty();

        rhythms.advanceTo(MONDAY.plus(Duration.ofHours(90)).toEpochMilli());

        assertThat(found).extracting(Finding::ruleId).containsExactly("silence");
        assertThat(reasons().get(0))
                .startsWith("no alert for 190 minutes")
                .contains("its longest pause so far was 60 minutes");
    }

    @Test
    void whatIsInShadowIsCountedAndTellsNobody() {
        List<Finding> heard = new ArrayList<>();
        PlainRhythms shadow = new PlainRhythms(
                new Watch(office, Set.of(Detector.BEACONING), Set.of()), (finding, at) -> heard.add(finding));
        for (int i = 0; i < 20; i++) {
            shadow.take(SomeAlert.ids(MONDAY.plusSeconds(300L * i), "beacon", i));
        }

        assertThat(heard).isEmpty();
        assertThat(shadow.inShadow()).containsEntry("beaconing", 2L);
    }

    /** A forest of the library: each number alone is ordinary, or nearly so. */
    @Test
    void aMixThatWasNeverThereIsToldOfAnAgentThatMeritsAForest() {
        PlainRhythms watched = new PlainRhythms(
                new Watch(office, EnumSet.noneOf(Detector.class), Set.of("m/004")),
                (finding, at) -> found.add(finding));
        Random random = new Random(3);
        for (int window = 0; window < 320; window++) {
            Instant start = MONDAY.plusSeconds(300L * window);
            boolean attack = window == 310;
            for (int i = 0; i < 20 + random.nextInt(10); i++) {
                String address = "203.0.113." + (attack ? i : i % 3);
                watched.take(
                        attack || i == 0
                                ? SomeAlert.failed(start.plusSeconds(i), address, alerts++)
                                : SomeAlert.from(start.plusSeconds(i), address, alerts++));
            }
        }

        assertThat(reasons())
                .filteredOn(why -> why.contains("Random Cut Forest"))
                .singleElement(STRING)
                .contains(" of 1 kinds, ")
                .contains("most unusual is failed logins");
        assertThat(found)
                .filteredOn(each -> each.ruleId().equals("forest"))
                .extracting(Finding::first)
                .containsExactly(MONDAY.plusSeconds(300 * 310));
    }

    private List<String> reasons() {
        return found.stream().map(each -> each.reasons().get(0).en()).toList();
    }

    private static Instant week(int number) {
        return MONDAY.plus(Duration.ofDays(7L * number));
    }

    private void hour(Instant from, int count) {
        for (int i = 0; i < count; i++) {
            speak(from.plusMillis(3_600_000L * i / count));
        }
    }

    private void speak(Instant time) {
        rhythms.take(SomeAlert.plain(time, alerts++));
    }

    private void from(String address, Instant time, int count) {
        for (int i = 0; i < count; i++) {
            rhythms.take(SomeAlert.from(time.plus(Duration.ofMinutes(59)).plusMillis(100L * i), address, alerts++));
        }
    }

    private void login(Instant time) {
        rhythms.take(SomeAlert.login(time, "budi", alerts++));
    }

    private void ids(Instant time, String what) {
        rhythms.take(SomeAlert.ids(time, what, alerts++));
    }
}
