package id.kentongan.forwarder;

import java.time.Duration;
import java.time.Instant;

/** Comes due once a period by the wall clock, also when that is set back. */
final class Every {
    private final Duration period;
    private Instant last;

    Every(Duration period, Instant now) {
        this.period = period;
        this.last = now;
    }

    boolean due(Instant now) {
        if (now.isBefore(last)) {
            last = now;
        }
        if (now.isBefore(last.plus(period))) {
            return false;
        }
        last = now;
        return true;
    }
}
