package id.kentongan.job.anomaly;

/** What a signal says of a signature on an agent. */
public enum SignalKind {
    /** Never before. */
    FIRST,
    /** Again after a pause longer than a window, which was unusual by so many bits. */
    RARE,
    /** Far more in one window than in any before. */
    BURST,
    /** Nothing unusual: how many of it there are by now, told at powers of two. */
    MORE
}
