package id.kentongan.contracts;

/** How a case stands with people, as far as the job must know. SOP steps 5 and 6. */
public enum CaseStanding {
    /** People have not decided: it takes more findings. Also after it was opened again. */
    OPEN,
    /** A real incident was proved (the SOP's FALSE NEGATIVE). */
    FALSE_NEGATIVE,
    /** It was shown to be none (FALSE POSITIVE). */
    FALSE_POSITIVE,
    /** Analysis found no anomaly (Bukan anomali). */
    NOT_AN_ANOMALY,
    /** Its content went on in another case. */
    MERGED
}
