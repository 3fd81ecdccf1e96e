package id.kentongan.contracts;

/**
 * Kafka record headers on {@link Topic#ALERTS} and {@link Topic#ALERTS_REJECTED}; values are UTF-8 text.
 *
 * <p>An alert carries SOURCE, EPOCH, FILE, OFFSET, LENGTH. A heartbeat has an empty value and carries SOURCE and
 * HEARTBEAT, in every partition, behind the alerts that it stands for. The last heartbeat of a finite source also
 * carries END. A rejected record carries REASON and WHERE.
 */
public enum AlertHeader {
    /** Name of the forwarder's source, unique in one installation. */
    SOURCE("source"),
    /** Grows when a source is read anew on purpose (lost checkpoint, seek): decimal, from 1. */
    EPOCH("epoch"),
    /** Identity of the file that the bytes came from: opaque text, stable over renames. */
    FILE("file"),
    /** Byte offset of the line in that file: decimal, from 0. */
    OFFSET("offset"),
    /** Bytes of the line, without its line end: decimal. */
    LENGTH("length"),
    /** "All of mine up to this moment are sent": epoch milliseconds, decimal. */
    HEARTBEAT("heartbeat"),
    /** "true": this source will send nothing more and no longer holds time back. */
    END("end"),
    /** Why a record was rejected: a short lower-case code such as {@code not-json}. */
    REASON("reason"),
    /** Where the rejected bytes came from: source, file and offset, or topic, partition and offset. */
    WHERE("where");

    private final String key;

    AlertHeader(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
