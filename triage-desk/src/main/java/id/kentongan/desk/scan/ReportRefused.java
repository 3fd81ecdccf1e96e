package id.kentongan.desk.scan;

/** A report that is not taken, none of its rows. */
public final class ReportRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why not; each has a message in both languages. */
    public enum Reason {
        /** None of the four scanners writes such a file. */
        UNKNOWN,
        /** Broken or cut short. */
        MALFORMED,
        /** A document type or an entity: no scanner needs one, attacks do. */
        DOCTYPE,
        /** Nested deeper, or with longer texts, than any scanner writes. */
        BEYOND_LIMITS,
        TOO_MANY,
        EMPTY
    }

    private final Reason reason;

    public ReportRefused(Reason reason) {
        super("report refused: " + reason);
        this.reason = reason;
    }

    ReportRefused(Reason reason, Exception cause) {
        super("report refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
