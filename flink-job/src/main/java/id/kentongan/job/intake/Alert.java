package id.kentongan.job.intake;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Evidence;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One alert of Wazuh 4, or finding or event of Wazuh 5, in the one shape that the job works with. Texts are attackers' words, cut to
 * {@value #MAX_TEXT} characters, control characters replaced.
 *
 * <p>It carries the bytes that it is sent and kept as. What every operator asks of every alert is at hand beside them; the
 * rest, which few alerts are ever asked for, is read out of the bytes each time. Immutable.
 */
@TypeInfo(AlertType.class)
public final class Alert {
    public static final int MAX_TEXT = 1024;

    private final AlertHead head;
    private final byte[] bytes;

    /**
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
    public Alert(
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
        requireNonNull(description, "description");
        requireNonNull(excerpt, "excerpt");
        requireNonNull(sha256, "sha256");
        requireNonNull(position, "position");
        if (generation != 4 && generation != 5) {
            throw new IllegalArgumentException("expected generation 4 or 5, got " + generation);
        }
        head = new AlertHead(
                time,
                level,
                generation,
                node,
                id,
                ruleId,
                action,
                agentId,
                sourceIp,
                user,
                filePath,
                process,
                List.copyOf(groups));
        bytes = AlertBytes.of(
                head,
                techniques,
                description,
                agentName,
                agentIp,
                url,
                status,
                method,
                severity,
                excerpt,
                sha256,
                position);
    }

    /** @param bytes as {@link #bytes()} gave them */
    Alert(byte[] bytes, SharedTexts shared) {
        this.bytes = bytes;
        this.head = AlertBytes.head(bytes, shared);
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    public Instant time() {
        return head.time();
    }

    public String node() {
        return head.node();
    }

    public String id() {
        return head.id();
    }

    public String ruleId() {
        return head.ruleId();
    }

    public int level() {
        return head.level();
    }

    public String description() {
        return AlertBytes.required(AlertBytes.rest(bytes, AlertBytes.DESCRIPTION));
    }

    public Action action() {
        return head.action();
    }

    public String agentId() {
        return head.agentId();
    }

    public @Nullable String agentName() {
        return AlertBytes.rest(bytes, AlertBytes.AGENT_NAME);
    }

    public @Nullable String agentIp() {
        return AlertBytes.rest(bytes, AlertBytes.AGENT_IP);
    }

    public @Nullable String sourceIp() {
        return head.sourceIp();
    }

    public @Nullable String user() {
        return head.user();
    }

    public @Nullable String url() {
        return AlertBytes.rest(bytes, AlertBytes.URL);
    }

    public @Nullable String status() {
        return AlertBytes.rest(bytes, AlertBytes.STATUS);
    }

    public @Nullable String method() {
        return AlertBytes.rest(bytes, AlertBytes.METHOD);
    }

    public @Nullable String filePath() {
        return head.filePath();
    }

    public @Nullable String process() {
        return head.process();
    }

    public List<String> techniques() {
        return AlertBytes.techniques(bytes);
    }

    public List<String> groups() {
        return head.groups();
    }

    public String excerpt() {
        return AlertBytes.required(AlertBytes.rest(bytes, AlertBytes.EXCERPT));
    }

    public String sha256() {
        return AlertBytes.required(AlertBytes.rest(bytes, AlertBytes.SHA256));
    }

    public String position() {
        return AlertBytes.required(AlertBytes.rest(bytes, AlertBytes.POSITION));
    }

    public int generation() {
        return head.generation();
    }

    public @Nullable String severity() {
        return AlertBytes.rest(bytes, AlertBytes.SEVERITY);
    }

    /** Identity: {@code id} alone is not unique over nodes, rules and agents. */
    public String key() {
        return node() + "|" + id() + "|" + ruleId() + "|" + agentId();
    }

    /** The agent that it tells of, as an entity. */
    public String agent() {
        return node() + "/" + agentId();
    }

    public Asset asset() {
        return new Asset(node(), agentId(), agentName(), agentIp());
    }

    /** This alert as evidence for {@code step} of a rule. */
    public Evidence as(String step) {
        return new Evidence(
                key(),
                time(),
                step,
                ruleId(),
                level(),
                description(),
                sourceIp(),
                user(),
                filePath(),
                process(),
                excerpt(),
                sha256(),
                position());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alert alert && Arrays.equals(bytes, alert.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return time() + " " + key() + " " + excerpt();
    }
}
