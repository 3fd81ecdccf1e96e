package id.kentongan.forwarder;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets recorded alerts pass no faster than so many event seconds per wall second; 0 never holds back. */
final class Pace {
    private final double speed;
    private @Nullable Instant firstEvent;
    private @Nullable Instant firstWall;

    Pace(double speed) {
        this.speed = speed;
    }

    boolean lets(@Nullable Instant event, Instant now) {
        if (speed == 0 || event == null) {
            return true;
        }
        if (firstEvent == null || firstWall == null) {
            firstEvent = event;
            firstWall = now;
        }
        double millis = Duration.between(firstEvent, event).toMillis() / speed;
        return !now.isBefore(firstWall.plusMillis((long) millis));
    }
}
