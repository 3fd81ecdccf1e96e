package id.kentongan.desk.scan;

/** Far beyond what the four scanners write, far below what would trouble the desk. */
final class Limits {
    static final int DEPTH = 32;
    /** Characters of a whole path. */
    static final int PATH = 400;
    /** Characters of a text that is read. */
    static final int TEXT = 50_000;
    /** What one case can make use of; a scan of the whole network belongs elsewhere. */
    static final int ROWS = 1000;

    private Limits() {}
}
