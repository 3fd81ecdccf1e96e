package id.kentongan.forwarder.source.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Waits longer after each failure in a row, by chance more or less, so that many readers do not come at once. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** After so many in a row people should be told. */
    private static final int MANY = 5;

    private final Random chance;
    private int failures;
    private Instant until = Instant.MIN;

    Backoff(Random chance) {
        this.chance = chance;
    }

    void failed(Instant now) {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
        until = now.plusMillis(millis / 2 + chance.nextInt((int) millis));
        failures++;
    }

    void worked() {
        failures = 0;
    }

    boolean waits(Instant now) {
        return now.isBefore(until);
    }

    boolean failing() {
        return failures > 0;
    }

    boolean many() {
        return failures >= MANY;
    }
}
