package id.kentongan.allinone.instance;

/** Passwords of one instance. Each is made once, at random, and lies in a file of its own. */
public enum Secret {
    /** Of PostgreSQL's own administrator; used by the launcher alone. */
    POSTGRES_OWNER("postgres-owner"),
    /** Of role {@code desk}, the owner of the desk's tables. */
    DESK_DATABASE("desk-database"),
    /** Of role {@code panel_reader}, which reads the {@code panel_*} views. */
    PANEL_READER("panel-reader"),
    /** Of the first person on the desk. */
    ANALYST("analyst"),
    /** Of the demo's coordinator, head and administrator. */
    COORDINATOR("coordinator"),
    HEAD("head"),
    ADMINISTRATOR("administrator");

    private final String file;

    Secret(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
