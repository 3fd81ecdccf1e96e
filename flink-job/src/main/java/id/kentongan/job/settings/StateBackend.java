package id.kentongan.job.settings;

/** Where operators keep their state while they run; what a checkpoint holds does not depend on it. */
public enum StateBackend {
    /** In the heap: quickest, as long as it fits. */
    HEAP("heap", "hashmap"),
    /** On the local disk, outside the heap: slower, for state that outgrows memory. */
    ROCKSDB("rocksdb", "rocksdb");

    private final String written;
    private final String inFlink;

    StateBackend(String written, String inFlink) {
        this.written = written;
        this.inFlink = inFlink;
    }

    /** As the settings file names it. */
    public String written() {
        return written;
    }

    /** As Flink names it. */
    public String inFlink() {
        return inFlink;
    }
}
