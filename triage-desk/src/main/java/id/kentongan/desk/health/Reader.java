package id.kentongan.desk.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the desk has read one topic.
 *
 * @param topic its plain name
 * @param behind records that were there and not read when the broker was asked; null = nobody asked yet
 * @param checked when the broker was asked last, UTC
 */
record Reader(String topic, @Nullable Long behind, @Nullable Instant checked) {
    enum State {
        KEEPS_UP,
        BEHIND,
        STOPPED,
        UNKNOWN
    }

    State state(Instant now) {
        if (behind == null || checked == null) {
            return State.UNKNOWN;
        }
        if (checked.isBefore(now.minus(Limits.READER_ASKS))) {
            return State.STOPPED;
        }
        return behind > Limits.READER_BEHIND ? State.BEHIND : State.KEEPS_UP;
    }
}
