package id.kentongan.desk.telling;

import id.kentongan.desk.deadline.StepClock;
import id.kentongan.desk.deadline.WorkingCalendar;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How much of a limit is used up, in steps at which somebody else is told. */
enum Level {
    /** The owner. */
    NEARLY(80),
    /** The coordinator. */
    OVER(100),
    /** The head. */
    FAR_OVER(200);

    private final int percent;

    Level(int percent) {
        this.percent = percent;
    }

    int percent() {
        return percent;
    }

    /** Those that are reached, measured in time of processing; by the wall where no work lies between. */
    static List<Level> reached(StepClock clock, Instant due, Instant now, WorkingCalendar calendar) {
        StepClock measure = clock.processed(due, calendar).isZero() ? clock.countedByTheWall() : clock;
        long allowed = measure.processed(due, calendar).toSeconds();
        long used = measure.processed(now, calendar).toSeconds();
        return Arrays.stream(values())
                .filter(level -> allowed > 0 && used * 100 >= allowed * level.percent)
                .toList();
    }
}
