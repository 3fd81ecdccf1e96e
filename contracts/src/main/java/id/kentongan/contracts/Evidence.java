package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert that a finding or a case rests on. All text comes from logs and so from attackers: escape it.
 *
 * @param alert identity of the alert: node, id, rule id, agent id, joined by {@code |}
 * @param time event time, UTC
 * @param step the part of the rule that it met, such as {@code failure} or {@code success}
 * @param level Wazuh level, 0 to 16
 * @param sourceIp as logged (loopback too), in canonical form where it is an address
 * @param user target account, as logged
 * @param filePath that a file integrity alert tells of
 * @param process executable that an audit alert tells of
 * @param excerpt of the log line, control characters replaced, at most {@value #EXCERPT_BYTES} bytes of UTF-8
 * @param sha256 of the alert's bytes, lower-case hex
 * @param position {@code partition/offset} in topic {@code alerts}
 */
public record Evidence(
        String alert,
        Instant time,
        String step,
        String ruleId,
        int level,
        String description,
        @Nullable String sourceIp,
        @Nullable String user,
        @Nullable String filePath,
        @Nullable String process,
        String excerpt,
        String sha256,
        String position) {

    public static final int EXCERPT_BYTES = 1024;

    public Evidence {
        requireNonNull(alert, "alert");
        requireNonNull(time, "time");
        requireNonNull(step, "step");
        requireNonNull(ruleId, "ruleId");
        requireNonNull(description, "description");
        requireNonNull(excerpt, "excerpt");
        requireNonNull(sha256, "sha256");
        requireNonNull(position, "position");
    }
}
