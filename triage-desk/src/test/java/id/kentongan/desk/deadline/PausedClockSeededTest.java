package id.kentongan.desk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Steps of 2026 with pauses, against the oracle that walks through time. Prints the seed of a failure. */
class PausedClockSeededTest {
    private static final int STEPS = 150;

    private final WorkingCalendar calendar = Shipped.calendar();

    @Test
    void aPausedStepIsDueWhereCountingOnlyTheOtherMinutesEnds() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int paused = 0;
        for (int i = 0; i < STEPS; i++) {
            LocalDateTime from = anyMinute(random);
            boolean days = random.nextBoolean();
            int much = days ? 1 + random.nextInt(3) : 30 + random.nextInt(700);
            Limit limit = days ? new Limit.Days(much) : new Limit.Work(Duration.ofMinutes(much));
            List<StepClock.Pause> pauses = new ArrayList<>();
            Instant due = paused(limit, at(from), pauses, random);
            Predicate<LocalDateTime> inPause = minute -> pauses.stream()
                    .anyMatch(one ->
                            !at(minute).isBefore(one.from()) && at(minute).isBefore(one.until()));
            LocalDateTime counted = days
                    ? MinuteByMinute.plusDaysBut(from, much, inPause)
                    : MinuteByMinute.plusWorkBut(from, much, inPause);
            paused += pauses.size();

            assertThat(workApart(counted, local(due)))
                    .as(
                            "seed %s, step %s, %s from %s with %s: %s, counted %s",
                            seed, i, limit, from, pauses, due, counted)
                    .isLessThanOrEqualTo(days ? 1 + pauses.size() : 0);
        }
        assertThat(paused).as("pauses in all").isGreaterThan(STEPS / 2);
    }

    @Test
    void processingAndWaitingAreTheMinutesOutsideAndInsideOfPauses() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            LocalDateTime from = anyMinute(random);
            LocalDateTime stop = from.plusMinutes(random.nextInt(3000));
            LocalDateTime go = stop.plusMinutes(random.nextInt(5000));
            LocalDateTime until = from.plusMinutes(random.nextInt(9000));
            boolean open = random.nextInt(4) == 0;
            StepClock clock =
                    new StepClock(at(from), List.of(new StepClock.Pause(at(stop), open ? null : at(go))), false);
            LocalDateTime end = open || go.isAfter(until) ? until : go;
            int waited = MinuteByMinute.workedBetween(stop, end);

            assertThat(clock.waited(at(until), calendar))
                    .as("seed %s, step %s", seed, i)
                    .isEqualTo(Duration.ofMinutes(waited));
            assertThat(clock.processed(at(until), calendar))
                    .as("seed %s, step %s", seed, i)
                    .isEqualTo(Duration.ofMinutes(MinuteByMinute.workedBetween(from, until) - waited));
        }
    }

    @Test
    void timeByTheWallStopsToo() {
        Instant from = at(LocalDateTime.parse("2026-06-12T15:50"));
        Limit limit = new Limit.Days(1).byTheWall();
        Instant due = limit.due(from, calendar);

        assertThat(limit.dueAfter(due, from.plusSeconds(3600), from.plusSeconds(7200), calendar))
                .isEqualTo(due.plusSeconds(3600));
    }

    @Test
    void aLimitThatHadRunOutStaysRunOut() {
        Instant from = at(LocalDateTime.parse("2026-06-10T08:00"));
        Limit limit = new Limit.Work(Duration.ofHours(1));
        Instant due = limit.due(from, calendar);

        assertThat(limit.dueAfter(due, due.plusSeconds(60), due.plusSeconds(90_000), calendar))
                .isEqualTo(due);
    }

    /** Up to three pauses, each begun while some work was left. */
    private Instant paused(Limit limit, Instant from, List<StepClock.Pause> pauses, Random random) {
        Instant due = limit.due(from, calendar);
        Instant now = from;
        for (int i = random.nextInt(4); i > 0; i--) {
            long minutesLeft = Duration.between(now, due).toMinutes();
            if (minutesLeft < 2) {
                return due;
            }
            Instant stop = now.plusSeconds(60L * (1 + random.nextInt((int) minutesLeft - 1)));
            if (calendar.workBetween(stop, due).isZero()) {
                return due;
            }
            Instant go = stop.plusSeconds(60L * (1 + random.nextInt(6000)));
            due = limit.dueAfter(due, stop, go, calendar);
            pauses.add(new StepClock.Pause(stop, go));
            now = go;
        }
        return due;
    }

    /** Minutes of work between two moments: the end of a day and the beginning of the next are the same. */
    private static int workApart(LocalDateTime one, LocalDateTime other) {
        return MinuteByMinute.workedBetween(one.isBefore(other) ? one : other, one.isBefore(other) ? other : one);
    }

    private static LocalDateTime anyMinute(Random random) {
        return LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(320 * 24 * 60));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Shipped.WIB).toInstant();
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, Shipped.WIB);
    }
}
