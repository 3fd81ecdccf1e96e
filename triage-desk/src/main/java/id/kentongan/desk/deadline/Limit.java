package id.kentongan.desk.deadline;

import static java.util.Objects.requireNonNull;

import id.kentongan.desk.casefile.StageName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a step may take, in the unit that the SOP gives it. */
public sealed interface Limit {
    Instant due(Instant from, WorkingCalendar calendar);

    /** When it is due after the clock stood: as much is left as was left. What had run out stays as it was. */
    default Instant dueAfter(Instant due, Instant paused, Instant resumed, WorkingCalendar calendar) {
        if (!due.isAfter(paused)) {
            return due;
        }
        if (this instanceof Work) {
            return calendar.plusWork(resumed, calendar.workBetween(paused, due));
        }
        return this instanceof Days
                ? calendar.plusDays(resumed, calendar.daysBetween(paused, due))
                : resumed.plus(Duration.between(paused, due));
    }

    /** The same limit for a team that stands by day and night (siaga 24x7): a Hari is then a day. */
    default Limit byTheWall() {
        if (this instanceof Work work) {
            return new Wall(work.span());
        }
        return this instanceof Days days ? new Wall(Duration.ofDays(days.days())) : this;
    }

    /** Minutes of work. */
    record Work(Duration span) implements Limit {
        public Work {
            requireNonNull(span, "span");
        }

        @Override
        public Instant due(Instant from, WorkingCalendar calendar) {
            return calendar.plusWork(from, span);
        }
    }

    /** Hari: working days. */
    record Days(int days) implements Limit {
        @Override
        public Instant due(Instant from, WorkingCalendar calendar) {
            return calendar.plusDays(from, days);
        }
    }

    /** Time as the wall clock counts it: legal limits, and a team that stands by day and night. */
    record Wall(Duration span) implements Limit {
        public Wall {
            requireNonNull(span, "span");
        }

        @Override
        public Instant due(Instant from, WorkingCalendar calendar) {
            return from.plus(span);
        }
    }

    /**
     * The limit of a stage. Where the SOP gives minutes for the doing alone (steps 7 to 9), it is the time that may be
     * waited before somebody is reminded. Empty for a stage that nothing is waited for in.
     */
    static Optional<Limit> of(StageName stage) {
        return switch (stage) {
            case CANDIDATE, REANALYSIS -> Optional.of(new Work(Duration.ofHours(3)));
            case ANALYSIS, WORK_REPORT, INCIDENT_REPORT -> Optional.of(new Days(1));
            case PROVING -> Optional.of(new Days(2));
            case SENT -> Optional.of(new Work(Duration.ofHours(2)));
            case VERIFIED -> Optional.of(new Work(Duration.ofHours(4)));
            case RATIFIED -> Optional.of(new Work(Duration.ofMinutes(10)));
            case LETTER_OUT -> Optional.of(new Days(3));
            case FOLLOW_UP -> Optional.of(new Days(7));
            default -> Optional.empty();
        };
    }

    /** Likewise, for a team that may stand by day and night. */
    static Optional<Limit> of(StageName stage, boolean byTheWall) {
        return of(stage).map(limit -> byTheWall ? limit.byTheWall() : limit);
    }
}
