package id.kentongan.desk.telling;

import id.kentongan.desk.deadline.WorkingCalendar;
import java.time.Duration;
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

    /** Those that are reached, measured in working time; in time by the wall where asked for or no work lies between. */
    static List<Level> reached(Instant entered, Instant due, Instant now, WorkingCalendar calendar, boolean standby) {
        Duration limit = calendar.workBetween(entered, due);
        boolean byTheWall = standby || limit.isZero();
        long allowed = byTheWall ? Duration.between(entered, due).toSeconds() : limit.toSeconds();
        long used = byTheWall
                ? Duration.between(entered, now).toSeconds()
                : calendar.workBetween(entered, now).toSeconds();
        return Arrays.stream(values())
                .filter(level -> allowed > 0 && used * 100 >= allowed * level.percent)
                .toList();
    }
}
