package id.kentongan.desk.casefile;

/** Why the clock of a step stands. Plain queueing is no reason. */
public enum WaitingFor {
    /** Menunggu PSE: the operator of the system must answer or do something. Its reply to the letter ends it. */
    OPERATOR,
    /** Menunggu akses: the assessment waits until somebody opens the way to the system. A result of it ends that. */
    ACCESS,
    /** Libur: the office is closed on a day that the calendar does not know. */
    OFFICE_CLOSED
}
