package id.kentongan.desk.scan;

/**
 * Is led through a report, whether XML or JSON. A path names elements or fields from the root, as in {@code /site/alerts};
 * an attribute follows an {@code @}; the elements of a list bear the path of the list.
 */
interface Visitor {
    /** An element or object begins. */
    void open(String path) throws ReportRefused;

    /** Whether the text at this path is worth reading; the rest is passed over. */
    boolean wants(String path);

    void text(String path, String text);

    void close(String path) throws ReportRefused;
}
