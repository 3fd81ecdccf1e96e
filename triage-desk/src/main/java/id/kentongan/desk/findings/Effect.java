package id.kentongan.desk.findings;

import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exception did: findings that opened no case because of it. Each is counted once, however often it was told.
 *
 * @param days days on which it covered some
 * @param lastWeek findings of the last seven days
 * @param last event time of the newest, UTC
 * @param newest the newest few that are still held
 */
public record Effect(
        long findings, long days, long lastWeek, @Nullable Instant last, List<Covered> newest) {
    public static final Effect NONE = new Effect(0, 0, 0, null, List.of());

    /** A finding that an exception covers. */
    public record Covered(
            String finding, String rule, Text title, Severity severity, String machine, String entity, Instant last) {}

    public Effect {
        newest = List.copyOf(newest);
    }
}
