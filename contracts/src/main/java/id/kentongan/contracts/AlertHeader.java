package id.kentongan.contracts;

/**
 * Kafka record headers on {@link Topic#ALERTS} and {@link Topic#ALERTS_REJECTED}; values are UTF-8 text.
 *
 * <p>An alert carries ORIGIN alone, since each header costs as much as many bytes of alert; it may also carry SOURCE,
 * EPOCH, FILE, OFFSET, LENGTH, SEQUENCE instead, and readers take both. What the forwarder refused leaves a marker in
 * its place: an empty value with these six and REASON; its bytes are on {@link Topic#ALERTS_REJECTED} with SOURCE, FILE,
 * OFFSET, LENGTH, REASON, WHERE and, where they are more than one record may hold, PIECE and SHA256. A heartbeat has an empty value and
 * carries SOURCE, EPOCH, HEARTBEAT and SEQUENCE (of the last record before it), in every partition, behind the alerts
 * that it stands for; with GAP when its source found that something is missing. The last heartbeat of a finite or
 * retired source also carries END.
 */
public enum AlertHeader {
    /** All that tells where an alert comes from, and its number: one {@link AlertOrigin}. */
    ORIGIN("origin"),
    /** Name of the forwarder's source, unique in one installation. */
    SOURCE("source"),
    /** Another one whenever a source is read anew (lost checkpoint, seek): epoch seconds of its beginning, decimal. */
    EPOCH("epoch"),
    /** Identity of the file that the bytes came from: opaque text, stable over renames. */
    FILE("file"),
    /** Byte offset of the line in that file: decimal, from 0. */
    OFFSET("offset"),
    /** Bytes of the line, without its line end: decimal. */
    LENGTH("length"),
    /**
     * Number of the record among those of its source, epoch and partition: decimal, from 1, without holes. A number
     * that does not rise was sent again; a number that is left out was lost on the way.
     */
    SEQUENCE("sequence"),
    /** "All of mine up to this moment are sent": epoch milliseconds, decimal. */
    HEARTBEAT("heartbeat"),
    /** "true": this source will send nothing more and no longer holds time back. */
    END("end"),
    /** What the source found missing: one {@link Gap} as JSON. */
    GAP("gap"),
    /** Which piece of a longer line the bytes are: {@code n/m}, from 1. */
    PIECE("piece"),
    /** Of the whole line: lower-case hex. */
    SHA256("sha256"),
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
