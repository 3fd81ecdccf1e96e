package id.kentongan.allinone.instance;

import java.time.Instant;

/**
 * What {@code up} leaves on disk about one process, for {@code status}, {@code down} and the next {@code up}.
 *
 * @param rank the part's place in lists; the launcher comes last
 * @param state a word of the part's life, such as {@code UP}
 * @param since when the process was started, UTC
 * @param restarts how often it was started again after a death
 * @param stopSignal what makes it stop cleanly
 */
public record PartRecord(
        int rank,
        String part,
        RunningProcess process,
        String state,
        Instant since,
        int restarts,
        String address,
        String stopSignal) {}
