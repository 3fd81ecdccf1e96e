package id.kentongan.desk.health;

import java.time.Duration;

/** From when on something counts as missing. */
public final class Limits {
    /** A source or the job that gave no sign for so long is silent. */
    public static final Duration SILENT_AFTER = Duration.ofMinutes(10);

    /** Readers ask the broker every few seconds. */
    static final Duration READER_ASKS = Duration.ofMinutes(1);

    /** Records on their way: as many as are read at once. */
    static final long READER_BEHIND = 2000;

    /** Between two checkpoints the job notes nothing: at a few thousand alerts a second that many are no trouble. */
    static final long JOB_BEHIND = 100_000;

    /** A gap that ended longer ago does not touch what is judged now. */
    static final Duration GAP_MATTERS = Duration.ofHours(24);

    private Limits() {}
}
