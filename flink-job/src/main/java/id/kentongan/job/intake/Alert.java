package id.kentongan.job.intake;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Evidence;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One alert of Wazuh 4, or finding or event of Wazuh 5, in the one shape that the job works with. Texts are attackers' words, cut to
 * {@value #MAX_TEXT} characters, control characters replaced.
 *
 * @param time event time, UTC
 * @param node cluster node, else manager name, else {@code -}
 * @param id as Wazuh wrote it, {@code epoch.offset}, of Wazuh 5 the event's id; the line's SHA-256 where it is absent
 * @param ruleId of Wazuh 5 a UUID, or {@code -} for an event that no rule of Wazuh judged
 * @param level 0 to 16; 0 where absent. Of Wazuh 5 the number that stands for {@code severity}
 * @param sourceIp canonical where it is an address; loopback is kept as logged
 * @param user the target account
 * @param status HTTP status or the decoder's {@code id}
 * @param method HTTP method or protocol
 * @param filePath of a file integrity alert
 * @param process executable of an audit alert
 * @param groups of the Wazuh rule; of Wazuh 5 none
 * @param excerpt of the log line, at most {@link Evidence#EXCERPT_BYTES} bytes
 * @param sha256 of the record's bytes
 * @param position {@code partition/offset} in topic {@code alerts}
 * @param generation of Wazuh: 4 or 5
 * @param severity informational, low, medium, high or critical, in both generations; null = unknown, never "low"
 */
@TypeInfo(AlertType.class)
public record Alert(
        Instant time,
        String node,
        String id,
        String ruleId,
        int level,
        String description,
        Action action,
        String agentId,
        @Nullable String agentName,
        @Nullable String agentIp,
        @Nullable String sourceIp,
        @Nullable String user,
        @Nullable String url,
        @Nullable String status,
        @Nullable String method,
        @Nullable String filePath,
        @Nullable String process,
        List<String> techniques,
        List<String> groups,
        String excerpt,
        String sha256,
        String position,
        int generation,
        @Nullable String severity) {

    public static final int MAX_TEXT = 1024;

    public Alert {
        requireNonNull(time, "time");
        requireNonNull(node, "node");
        requireNonNull(id, "id");
        requireNonNull(ruleId, "ruleId");
        requireNonNull(description, "description");
        requireNonNull(action, "action");
        requireNonNull(agentId, "agentId");
        requireNonNull(excerpt, "excerpt");
        requireNonNull(sha256, "sha256");
        requireNonNull(position, "position");
        techniques = List.copyOf(techniques);
        groups = List.copyOf(groups);
        if (generation != 4 && generation != 5) {
            throw new IllegalArgumentException("expected generation 4 or 5, got " + generation);
        }
    }

    /** Identity: {@code id} alone is not unique over nodes, rules and agents. */
    public String key() {
        return node + "|" + id + "|" + ruleId + "|" + agentId;
    }

    /** The agent that it tells of, as an entity. */
    public String agent() {
        return node + "/" + agentId;
    }

    public Asset asset() {
        return new Asset(node, agentId, agentName, agentIp);
    }

    /** This alert as evidence for {@code step} of a rule. */
    public Evidence as(String step) {
        return new Evidence(
                key(),
                time,
                step,
                ruleId,
                level,
                description,
                sourceIp,
                user,
                filePath,
                process,
                excerpt,
                sha256,
                position);
    }
}
