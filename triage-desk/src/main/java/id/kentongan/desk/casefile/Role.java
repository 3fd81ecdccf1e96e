package id.kentongan.desk.casefile;

/** What a person may do at the desk. One person may hold several. */
public enum Role {
    /** Analis TTIS: steps 3 to 7 and 10. */
    ANALYST,
    /** Koordinator Tim: step 8. */
    COORDINATOR,
    /** Ketua Tim, Kepala Dinas: step 9. */
    HEAD,
    /** Writes correlation rules; decides on no case. */
    RULE_AUTHOR,
    /** Keeps people and settings; decides on no case. */
    ADMINISTRATOR,
    /** Reads everything, changes nothing. */
    AUDITOR
}
