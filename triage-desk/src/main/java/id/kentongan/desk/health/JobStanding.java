package id.kentongan.desk.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the job reads the alerts, by what it notes at its checkpoints.
 *
 * @param behind records that it has not noted as read; null = not known
 * @param since when it last moved, UTC; null = not known
 */
record JobStanding(
        State state, @Nullable Long behind, @Nullable Instant since) {
    enum State {
        WORKS,
        BEHIND,
        STOPPED,
        UNKNOWN
    }

    static JobStanding of(JobProgress.@Nullable Place place, Instant now) {
        if (place == null) {
            return new JobStanding(State.UNKNOWN, null, null);
        }
        if (place.checked().isBefore(now.minus(Limits.READER_ASKS))) {
            return new JobStanding(State.UNKNOWN, null, place.moved());
        }
        boolean still = place.moved().isBefore(now.minus(Limits.SILENT_AFTER));
        State state = still && place.behind() > 0
                ? State.STOPPED
                : place.behind() > Limits.JOB_BEHIND ? State.BEHIND : State.WORKS;
        return new JobStanding(state, place.behind(), place.moved());
    }
}
