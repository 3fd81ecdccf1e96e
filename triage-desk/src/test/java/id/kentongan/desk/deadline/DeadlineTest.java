package id.kentongan.desk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.kentongan.desk.casefile.StageName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineTest {
    /** Worked by hand from the reading of "Hari" and "Menit". */
    @ParameterizedTest
    @CsvSource({
        "ANALYSIS,  2026-06-12T15:50, 2026-06-15T15:50, Friday afternoon to Monday",
        "PROVING,   2026-06-12T15:50, 2026-06-17T15:50, over the holiday of 16 June",
        "ANALYSIS,  2026-06-13T10:00, 2026-06-17T07:30, Saturday counts from Monday morning and 16 June is free",
        "ANALYSIS,  2026-03-17T10:00, 2026-03-25T09:48:28, a short Ramadan day to the Wednesday after Idulfitri",
        "ANALYSIS,  2026-03-17T15:30, 2026-03-26T07:30, after hours in Ramadan counts from Wednesday the 25th",
        "ANALYSIS,  2026-12-23T10:00, 2026-12-28T10:00, over 24 and 25 December and the weekend",
        "CANDIDATE, 2026-06-12T15:50, 2026-06-15T10:20, ten minutes are left on Friday",
        "CANDIDATE, 2026-06-10T09:00, 2026-06-10T12:00, due when the break begins and not when it ends",
        "CANDIDATE, 2026-06-10T11:00, 2026-06-10T15:00, lunch is not worked",
        "CANDIDATE, 2026-06-10T22:00, 2026-06-11T10:30, at night it counts from the morning",
        "CANDIDATE, 2026-03-17T13:00, 2026-03-25T08:30, two hours on the last Ramadan day and one after Idulfitri",
        "RATIFIED,  2026-06-10T15:55, 2026-06-11T07:35, ten minutes over night",
        "SENT,      2026-06-10T09:00, 2026-06-10T11:00, a reminder after two working hours",
        "VERIFIED,  2026-06-10T09:00, 2026-06-10T14:00, a reminder after four"
    })
    void aStageIsDueAsWorkedByHand(StageName stage, LocalDateTime from, LocalDateTime due, String why) {
        assertThat(local(Limit.of(stage).orElseThrow().due(at(from), Shipped.withNormalHours())))
                .as(why)
                .isEqualTo(due);
    }

    @Test
    void legalClocksRunThroughNightsAndHolidays() {
        Instant taken = at(LocalDateTime.parse("2026-03-20T16:00"));

        assertThat(local(LegalClock.IIV_REPORT.limit().due(taken, Shipped.calendar())))
                .isEqualTo("2026-03-21T16:00");
        assertThat(local(LegalClock.PERSONAL_DATA_NOTICE.limit().due(taken, Shipped.calendar())))
                .isEqualTo("2026-03-23T16:00");
    }

    @ParameterizedTest
    @EnumSource(StageName.class)
    void aStageHasALimitUntilTheCaseIsClosed(StageName stage) {
        assertThat(Limit.of(stage).isEmpty()).isEqualTo(stage.closed());
    }

    @Test
    void theShippedYearHasItsWorkingDays() {
        WorkingCalendar calendar = Shipped.calendar();
        long working = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> !calendar.hoursOf(day).isEmpty())
                .count();

        assertThat(working).isEqualTo(240);
        assertThat(calendar.workBetween(
                        at(LocalDateTime.parse("2026-06-08T00:00")), at(LocalDateTime.parse("2026-06-13T00:00"))))
                .isEqualTo(Duration.ofMinutes(2250));
        assertThat(calendar.workBetween(
                        at(LocalDateTime.parse("2026-02-23T00:00")), at(LocalDateTime.parse("2026-02-28T00:00"))))
                .isEqualTo(Duration.ofMinutes(1950));
    }

    @Test
    void aYearThatTheFileDoesNotCoverIsNotTakenForCovered() {
        assertThat(Shipped.calendar().covers(at(LocalDateTime.parse("2026-12-31T23:59"))))
                .isTrue();
        assertThat(Shipped.calendar().covers(at(LocalDateTime.parse("2027-01-01T00:00"))))
                .isFalse();
    }

    @Test
    void theNextDaysOffAndTheNextSeasonAreKnown() {
        WorkingCalendar calendar = Shipped.calendar();
        Instant lastOfNovember = at(LocalDateTime.parse("2026-11-30T10:00"));

        assertThat(calendar.daysOff(lastOfNovember, 5))
                .hasToString("{2026-12-24=DayOff[kind=CUTI_BERSAMA, name=Natal], "
                        + "2026-12-25=DayOff[kind=LIBUR_NASIONAL, name=Natal]}");
        assertThat(calendar.daysOff(at(LocalDateTime.parse("2026-12-25T23:00")), 5))
                .hasSize(1);
        assertThat(calendar.daysOff(at(LocalDateTime.parse("2026-01-01T00:00")), 5))
                .hasSize(5);
        assertThat(calendar.nextSeason(lastOfNovember)).isEmpty();
        assertThat(calendar.nextSeason(at(LocalDateTime.parse("2026-03-20T23:00"))))
                .hasValueSatisfying(season -> assertThat(season.first()).hasToString("2026-02-19"));
    }

    @Test
    void allFaultsOfAFileStandInOneMessage() {
        assertThatExceptionOfType(CalendarRefused.class)
                .isThrownBy(() -> CalendarFile.read("""
                        TAHUN dua
                        JAM SENEN 07.30-12.00
                        JAM SELASA 12.00-07.30
                        JAM RABU 07.30-12.00 11.00-16.00
                        JAM_KHUSUS 2026-02 SENIN 08.00-12.00
                        LIBUR 2026-01-01
                        LIBUR_DAERAH 2026-13-01
                        """, Shipped.WIB))
                .withMessageContaining("line 1")
                .withMessageContaining("SENEN")
                .withMessageContaining("line 3")
                .withMessageContaining("overlap")
                .withMessageContaining("2026-02 is not of the form")
                .withMessageContaining("line 6")
                .withMessageContaining("line 7")
                .withMessageContaining("no year");
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Shipped.WIB).toInstant();
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, Shipped.WIB);
    }
}
