package id.kentongan.desk.logbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert in short. All text comes from logs and so from attackers: escape it.
 *
 * @param at event time, UTC
 * @param machine {@code node/agent id}
 * @param level Wazuh level, 0 where it has none
 * @param sourceIp as logged; canonical where it is an address, so that it is found as cases name it
 * @param excerpt at most {@value AlertText#EXCERPT} characters
 */
public record LoggedAlert(
        Instant at,
        String machine,
        String agentName,
        String ruleId,
        int level,
        String description,
        @Nullable String sourceIp,
        @Nullable String account,
        String excerpt) {}
