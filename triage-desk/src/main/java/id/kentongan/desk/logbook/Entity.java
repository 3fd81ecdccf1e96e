package id.kentongan.desk.logbook;

/** What alerts are looked up by. */
public enum Entity {
    MACHINE("machine"),
    ADDRESS("source_ip"),
    ACCOUNT("account");

    private final String column;

    Entity(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
