package id.kentongan.desk.deadline;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;

/** A stretch of work within one day, from its first minute to before its last. */
public record Hours(LocalTime from, LocalTime to) {
    public Hours {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("expected hours that end after they begin, got " + from + "-" + to);
        }
    }

    int seconds() {
        return to.toSecondOfDay() - from.toSecondOfDay();
    }
}
