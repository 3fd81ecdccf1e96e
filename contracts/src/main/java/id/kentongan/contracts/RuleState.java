package id.kentongan.contracts;

/** Whether a rule is judged, and what its findings may do. */
public enum RuleState {
    /** Judged; its findings open cases. */
    ACTIVE,
    /** Judged and counted; its findings are told on topic {@code findings} and open no case. */
    TRIAL,
    /** Not judged. */
    DISABLED
}
