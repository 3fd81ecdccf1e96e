package id.kentongan.contracts;

/** Whether a rule is judged, and what its findings may do. */
public enum RuleState {
    /** Judged; its findings open cases. */
    ACTIVE,
    /** Not judged. */
    DISABLED
}
