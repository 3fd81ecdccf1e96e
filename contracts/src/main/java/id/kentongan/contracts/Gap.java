package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that are known to be missing. The same id means the same gap, told again after a restart.
 *
 * @param id source, epoch and place: opaque text
 * @param source of the forwarder that should have carried them
 * @param node manager node that they came from; null where it is not known, then any
 * @param from nothing is missing before, UTC
 * @param to nothing of this gap is missing after, UTC
 * @param alerts how many, -1 where nobody can know
 * @param detail file, index or numbers, in plain words; may hold what others wrote: escape it
 */
public record Gap(
        String id,
        String source,
        @Nullable String node,
        GapReason reason,
        Instant from,
        Instant to,
        long alerts,
        String detail) {
    public Gap {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(reason, "reason");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(detail, "detail");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("expected from <= to, got " + from + ", " + to);
        }
    }
}
