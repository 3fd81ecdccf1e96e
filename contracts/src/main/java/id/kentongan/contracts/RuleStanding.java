package id.kentongan.contracts;

/** How a rule stands in the running job. */
public enum RuleStanding {
    /** Judged; its findings open cases. */
    DEPLOYED,
    /** Judged and counted; its findings open no case. */
    TRIAL,
    /** Not judged, as the topic says. */
    DISABLED,
    /** The record is faulty; what was in force before stays so. */
    REFUSED,
    /** Stopped by the job: it broke down, or went beyond its budget. */
    PAUSED
}
