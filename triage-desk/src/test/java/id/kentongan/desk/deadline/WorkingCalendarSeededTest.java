package id.kentongan.desk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Three hundred moments of 2026 against the oracle that walks through time. Prints the seed of a failure. */
class WorkingCalendarSeededTest {
    private static final int CASES = 300;

    @Test
    void everyDueTimeIsWhereCountingMinuteByMinuteEnds() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        WorkingCalendar calendar = Shipped.calendar();
        for (int i = 0; i < CASES; i++) {
            LocalDateTime from = anyMinute(random);
            int minutes = 1 + random.nextInt(700);
            int days = 1 + random.nextInt(4);
            String told = "seed " + seed + ", from " + from + ", " + minutes + " min, " + days + " days";

            assertThat(local(calendar.plusWork(at(from), Duration.ofMinutes(minutes))))
                    .as(told)
                    .isEqualTo(MinuteByMinute.plusWork(from, minutes));
            assertThat(Duration.between(MinuteByMinute.plusDays(from, days), local(calendar.plusDays(at(from), days)))
                            .abs())
                    .as(told)
                    .isLessThanOrEqualTo(acrossABreak(calendar.plusDays(at(from), days)));
        }
    }

    @Test
    void workBetweenTwoMomentsIsWhatCountingGives() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            LocalDateTime from = anyMinute(random);
            LocalDateTime to = from.plusMinutes(random.nextInt(12_000));

            assertThat(Shipped.calendar().workBetween(at(from), at(to)))
                    .as("seed %s, %s to %s", seed, from, to)
                    .isEqualTo(Duration.ofMinutes(MinuteByMinute.workedBetween(from, to)));
        }
    }

    /**
     * Parts of a day are rounded to a second here and to the next minute there; at the very beginning of a break both
     * its ends are the same moment of work.
     */
    private static Duration acrossABreak(Instant due) {
        boolean betweenStretches =
                !MinuteByMinute.works(local(due).withSecond(0).withNano(0));
        return betweenStretches ? Duration.ofMinutes(91) : Duration.ofMinutes(1);
    }

    private static LocalDateTime anyMinute(Random random) {
        return LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(348 * 24 * 60));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Shipped.WIB).toInstant();
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, Shipped.WIB);
    }
}
