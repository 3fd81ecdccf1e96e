package id.kentongan.contracts;

/** Why findings are not raised for a time. */
public enum ExceptionKind {
    /** A verdict FALSE POSITIVE showed that these findings of named rules mean nothing. */
    VERDICT,
    /** The team's own vulnerability assessment: its scanner is at work (SOP step 5). */
    VA_WINDOW,
    /** Announced work on a system. */
    MAINTENANCE_WINDOW
}
