package id.kentongan.desk.casefile;

/** Why the clock of a step stands. Plain queueing is no reason. */
public enum WaitingFor {
    /** Menunggu PSE: the operator of the system must answer or do something. */
    OPERATOR,
    /** Menunggu akses: the assessment cannot begin before somebody opens the way to the system. */
    ACCESS,
    /** Libur: the office is closed on a day that the calendar does not know. */
    OFFICE_CLOSED
}
