package id.kentongan.desk.inbox;

import java.time.Instant;

/**
 * What a record tells beside key and value: the headers of topic {@code alerts.rejected}; empty where there is none.
 *
 * @param at the record's time
 * @param firstPiece false for a further piece of a line that is longer than a record
 */
record Marks(Instant at, String source, String reason, String where, boolean firstPiece) {
    static final Marks NONE = new Marks(Instant.EPOCH, "", "", "", true);
}
