package id.kentongan.contracts;

/**
 * What a rule correlates by. {@code USER} is the target account; loopback is no source address. {@code ALL}: all alerts
 * are of one entity.
 */
public enum EntityKind {
    SOURCE_IP("source-ip"),
    AGENT("agent"),
    USER("user"),
    AGENT_SOURCE_IP("agent+source-ip"),
    ALL("all");

    private final String written;

    EntityKind(String written) {
        this.written = written;
    }

    /** As rule authors write it in {@code rule.yml}. */
    public String written() {
        return written;
    }
}
