package id.kentongan.forwarder;

import java.time.Duration;
import java.time.Instant;

/** Holds reading to so many bytes a second, a second's worth at once; 0 never holds back. */
final class Throttle {
    private final double bytesPerSecond;
    private Instant last;
    private double allowance;

    Throttle(long bytesPerSecond, Instant now) {
        this.bytesPerSecond = bytesPerSecond;
        this.last = now;
        this.allowance = bytesPerSecond;
    }

    boolean lets(Instant now) {
        if (bytesPerSecond == 0) {
            return true;
        }
        if (now.isAfter(last)) {
            double earned = Duration.between(last, now).toNanos() / 1e9 * bytesPerSecond;
            allowance = Math.min(bytesPerSecond, allowance + earned);
        }
        last = now;
        return allowance > 0;
    }

    /** A line longer than what is left is let through, and paid for afterwards. */
    void took(long bytes) {
        allowance -= bytes;
    }
}
