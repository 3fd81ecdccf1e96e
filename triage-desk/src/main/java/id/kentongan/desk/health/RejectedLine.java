package id.kentongan.desk.health;

import java.time.Instant;

/**
 * One record of topic {@code alerts.rejected}. All text may be an attacker's: escape it.
 *
 * @param at when it was written, UTC
 * @param reason short lower-case code
 * @param place source, file and offset, or topic, partition and offset
 * @param excerpt beginning of its bytes
 * @param counted false: a further piece of a line that was counted with its first
 */
public record RejectedLine(Instant at, String source, String reason, String place, String excerpt, boolean counted) {}
