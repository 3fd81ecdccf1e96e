package id.kentongan.desk.deadline;

import java.time.Duration;

/** Limits that the law sets. They run day and night from the moment a person took the case. */
public enum LegalClock {
    /** Perban BSSN 1/2024 art. 15(5): an incident on vital information infrastructure (IIV). */
    IIV_REPORT(Duration.ofDays(1)),
    /** UU 27/2022 art. 46: personal data disclosed. */
    PERSONAL_DATA_NOTICE(Duration.ofDays(3));

    private final Duration span;

    LegalClock(Duration span) {
        this.span = span;
    }

    public Limit limit() {
        return new Limit.Wall(span);
    }
}
