package id.kentongan.contracts;

/** Why alerts are known to be missing. */
public enum GapReason {
    /** A file was rotated away, and neither it nor its compressed copy is there any more. */
    FILE_LOST,
    /** A day between two days that are there has no file although its source was not silent before. */
    DAY_MISSING,
    /** A file was cut short in place while lines in it were still unread, or may have been. */
    TRUNCATED,
    /** A line was written by half: the hook ran into its limit, or a writer died. */
    LINE_CUT,
    /** The spool stood at its limit: what the integrator offered meanwhile was refused. */
    SPOOL_FULL,
    /** An index was deleted before it was read to its end. */
    INDEX_DELETED,
    /** An index came back under its name with other content. */
    INDEX_REPLACED,
    /** Records that the forwarder had numbered did not arrive in the topic. */
    LOST_IN_TOPIC
}
