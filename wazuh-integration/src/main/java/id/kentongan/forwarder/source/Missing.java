package id.kentongan.forwarder.source;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.GapReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were here once, or should be, and cannot be read any more.
 *
 * @param position reading goes on behind it; opening the source there does not tell the same again
 * @param lines how many, -1 where nobody can know
 * @param until nothing of this is missing after, where the source knows better than "now"; UTC
 * @param detail file or index, in plain words
 */
public record Missing(
        Position position,
        GapReason reason,
        long lines,
        @Nullable Instant until,
        String detail) implements Reading {
    public Missing {
        requireNonNull(position, "position");
        requireNonNull(reason, "reason");
        requireNonNull(detail, "detail");
    }
}
