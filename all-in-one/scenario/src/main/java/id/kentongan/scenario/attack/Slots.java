package id.kentongan.scenario.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Places in a day: somewhere in the first 20 minutes after an hour, so that hours apart stay apart. */
final class Slots {
    private final Instant dayStart;
    private final Random random;

    Slots(Instant dayStart, Random random) {
        this.dayStart = dayStart;
        this.random = random;
    }

    Instant at(int hour) {
        return dayStart.plus(Duration.ofHours(hour)).plusMillis(random.nextInt(20 * 60_000));
    }
}
