package id.kentongan.desk.deadline;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one step. While it stands, time is waiting; all other time is processing.
 *
 * @param pauses that do not overlap; the last may still go on
 * @param byTheWall for a team that stands by day and night; else only working time counts
 */
public record StepClock(Instant entered, List<Pause> pauses, boolean byTheWall) {
    /** The clock stood from one moment to another; without an end it still stands. */
    public record Pause(Instant from, @Nullable Instant until) {
        public Pause {
            requireNonNull(from, "from");
        }
    }

    public StepClock {
        requireNonNull(entered, "entered");
        pauses = List.copyOf(pauses);
    }

    public StepClock countedByTheWall() {
        return new StepClock(entered, pauses, true);
    }

    public Duration processed(Instant until, WorkingCalendar calendar) {
        return between(entered, until, calendar).minus(waited(until, calendar));
    }

    public Duration waited(Instant until, WorkingCalendar calendar) {
        return pauses.stream()
                .map(pause -> between(pause.from(), earlier(pause.until(), until), calendar))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Duration between(Instant from, Instant to, WorkingCalendar calendar) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        return byTheWall ? Duration.between(from, to) : calendar.workBetween(from, to);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }
}
