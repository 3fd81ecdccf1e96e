package id.kentongan.desk.assessment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What step 5 proved. */
public record Verdict(Word word, String reason, Cause cause, SiemRating siemRating, String by, Instant at) {
    /** The SOP's two words. */
    public enum Word {
        /** A real incident; the SOP has no other word for one. */
        FALSE_NEGATIVE("FALSE NEGATIVE"),
        /** It looked anomalous and was none. */
        FALSE_POSITIVE("FALSE POSITIVE");

        private final String sop;

        Word(String sop) {
            this.sop = sop;
        }

        public String sop() {
            return sop;
        }
    }

    /** Why something that was no incident looked like one. */
    public enum Cause {
        /** Of an incident, and where none was chosen. */
        NONE,
        OWN_SCANNER,
        MAINTENANCE,
        CONFIGURATION,
        ORDINARY_BEHAVIOUR,
        RULE_TOO_WIDE
    }

    public Verdict {
        requireNonNull(word, "word");
        requireNonNull(cause, "cause");
        requireNonNull(siemRating, "siemRating");
        requireNonNull(at, "at");
    }
}
