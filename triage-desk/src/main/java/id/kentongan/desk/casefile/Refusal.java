package id.kentongan.desk.casefile;

/** Why a move is not made. */
public enum Refusal {
    /** The stage knows no such move. */
    NOT_FROM_HERE,
    /** The stage knows the move, but it belongs to another role. */
    NOT_YOUR_ROLE,
    /** Whoever wrote does not verify, and whoever wrote or verified does not ratify. */
    SAME_PERSON,
    REASON_MISSING,
    PROOF_MISSING,
    /** The signed letter has not been uploaded. */
    LETTER_MISSING,
    /** The clock of the step stands already. */
    WAITS_ALREADY,
    /** A Laporan Kerja is acknowledged only after it was sent. */
    NOT_SENT,
    /** Closed for longer than {@link Stage#REOPENED_WITHIN}. */
    TOO_LATE
}
