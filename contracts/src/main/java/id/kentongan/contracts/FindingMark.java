package id.kentongan.contracts;

/** What a reader must know of a finding besides its content. */
public enum FindingMark {
    /** Its rule is on trial: it opens no case. */
    TRIAL,
    /** More alerts of its entity came than the job keeps: after a restart it may rest on fewer than there were. */
    APPROXIMATE,
    /** Found when alerts came that had been late. */
    LATE,
    /** Alerts that came late show that it did not happen so. */
    WITHDRAWN,
    /** An exception or a window covers it: it opens no case. */
    EXCEPTED
}
