package id.kentongan.desk.figures;

/**
 * Open cases in the hands of one person or office, at one moment.
 *
 * @param name login of the analyst; empty for an office and for cases that nobody took
 * @param overdue those whose limit has passed; a clock that stands passes none
 * @param today those that fall due before the day ends in the time zone of the desk
 */
public record Load(Holder holder, String name, long open, long overdue, long today) {
    /** Whose turn it is. */
    public enum Holder {
        ANALYST,
        NOBODY,
        COORDINATOR,
        HEAD
    }

    static Load none(String analyst) {
        return new Load(Holder.ANALYST, analyst, 0, 0, 0);
    }

    Load plus(Load other) {
        return new Load(holder, name, open + other.open, overdue + other.overdue, today + other.today);
    }
}
