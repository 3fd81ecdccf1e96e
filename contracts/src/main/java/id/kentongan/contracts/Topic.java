package id.kentongan.contracts;

/** Every Kafka topic: its name, what keys a record, who writes, who reads, how long it is kept. */
public enum Topic {
    ALERTS("alerts", "node/agent id", "forwarder", "job, desk", Kept.THIRTY_DAYS, 4),
    ALERTS_REJECTED("alerts.rejected", "source", "forwarder, job", "desk, people, Grafana", Kept.THIRTY_DAYS, 1),
    SOURCES("sources", "source", "forwarder", "desk, people", Kept.NEWEST_PER_KEY, 1),
    LEDGER("ledger", "source", "forwarder", "desk, people", Kept.NEWEST_PER_KEY, 1),
    RULES("rules", "rule id", "kentongan rules, desk", "job", Kept.NEWEST_PER_KEY, 1),
    RULE_STATUS("rule-status", "rule id", "job", "kentongan rules, desk", Kept.NEWEST_PER_KEY, 1),
    EXCEPTIONS("exceptions", "exception id", "desk", "job", Kept.NEWEST_PER_KEY, 1),
    DECISIONS("decisions", "case id", "desk", "job", Kept.NEWEST_PER_KEY, 1),
    ASSETS("assets", "node/agent id", "desk", "other tools", Kept.NEWEST_PER_KEY, 1),
    FINDINGS("findings", "entity", "job", "CLI, desk, Grafana", Kept.THIRTY_DAYS, 1),
    CASES("cases", "case id", "job", "desk, other tools", Kept.NEWEST_PER_KEY, 1);

    /** How long the broker keeps records. */
    public enum Kept {
        THIRTY_DAYS,
        NEWEST_PER_KEY
    }

    /** Under this name the job notes on the broker, at each checkpoint, how far it has read {@link #ALERTS}. */
    public static final String JOB_GROUP = "kentongan-job";

    private final String plainName;
    private final String key;
    private final String writtenBy;
    private final String readBy;
    private final Kept kept;
    private final int partitions;

    Topic(String plainName, String key, String writtenBy, String readBy, Kept kept, int partitions) {
        this.plainName = plainName;
        this.key = key;
        this.writtenBy = writtenBy;
        this.readBy = readBy;
        this.kept = kept;
        this.partitions = partitions;
    }

    /** The name on the broker; {@code prefix} is a setting, empty by default, and separates time domains. */
    public String named(String prefix) {
        return prefix + plainName;
    }

    public String key() {
        return key;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public String readBy() {
        return readBy;
    }

    public Kept kept() {
        return kept;
    }

    /** Partitions at creation on a single node; fixed while alerts are in flight. */
    public int partitions() {
        return partitions;
    }
}
