package id.kentongan.job.rulebook;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.SourceAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An alert as rules see it: fixed, flat properties. There is one event type for each entity kind, so that the copies
 * of one alert are never counted twice. Immutable; read by Esper through its getters.
 */
public abstract sealed class RuleEvent {
    /** The one entity of rules that correlate by {@link EntityKind#ALL}. */
    private static final String EVERYTHING = "all";

    private final Alert alert;
    private final String entity;

    private RuleEvent(Alert alert, String entity) {
        this.alert = alert;
        this.entity = entity;
    }

    public static RuleEvent of(EntityKind kind, String entity, Alert alert) {
        return switch (kind) {
            case AGENT -> new AgentAlert(alert, entity);
            case SOURCE_IP -> new SourceIpAlert(alert, entity);
            case USER -> new UserAlert(alert, entity);
            case AGENT_SOURCE_IP -> new AgentSourceIpAlert(alert, entity);
            case ALL -> new AnyAlert(alert, entity);
        };
    }

    /** What an alert is correlated by; null where it has no such entity. */
    public static @Nullable String entity(EntityKind kind, Alert alert) {
        String address = SourceAddress.of(alert);
        return switch (kind) {
            case AGENT -> alert.agent();
            case SOURCE_IP -> address;
            case USER -> alert.user();
            case AGENT_SOURCE_IP -> address == null ? null : alert.agent() + "|" + address;
            case ALL -> EVERYTHING;
        };
    }

    /** What rules of this entity kind call their alerts. */
    static String typeOf(EntityKind kind) {
        return switch (kind) {
            case AGENT -> AgentAlert.class.getSimpleName();
            case SOURCE_IP -> SourceIpAlert.class.getSimpleName();
            case USER -> UserAlert.class.getSimpleName();
            case AGENT_SOURCE_IP -> AgentSourceIpAlert.class.getSimpleName();
            case ALL -> AnyAlert.class.getSimpleName();
        };
    }

    public Alert alert() {
        return alert;
    }

    /** What this copy is correlated by; every stateful rule must compare it. */
    public String getEntity() {
        return entity;
    }

    /** Epoch milliseconds, UTC. */
    public long getTime() {
        return alert.time().toEpochMilli();
    }

    public String getKey() {
        return alert.key();
    }

    public String getRuleId() {
        return alert.ruleId();
    }

    public int getLevel() {
        return alert.level();
    }

    public String getAction() {
        return alert.action().written();
    }

    /** Whether the Wazuh rule is in this group: {@code inGroup('web')}. Of Wazuh 5 always false. */
    public boolean getInGroup(String group) {
        return alert.groups().contains(group);
    }

    /** Manager node and agent id, as in {@code wazuh-1/004}. */
    public String getAgent() {
        return alert.agent();
    }

    public @Nullable String getSourceIp() {
        return alert.sourceIp();
    }

    public @Nullable String getUser() {
        return alert.user();
    }

    public @Nullable String getUrl() {
        return alert.url();
    }

    /** Last part of the URL's path, lower case: the file that was asked for. */
    public @Nullable String getUrlFile() {
        String url = alert.url();
        return url == null ? null : lastPart(url.split("[?#;]", 2)[0]);
    }

    public @Nullable String getStatus() {
        return alert.status();
    }

    public @Nullable String getMethod() {
        return alert.method();
    }

    public @Nullable String getFilePath() {
        return alert.filePath();
    }

    /** Last part of the file's path, lower case. */
    public @Nullable String getFileName() {
        String path = alert.filePath();
        return path == null ? null : lastPart(path.replace('\\', '/'));
    }

    /** What follows the last dot of the file name, lower case. */
    public @Nullable String getFileExtension() {
        String name = getFileName();
        return name == null ? null : name.substring(name.lastIndexOf('.') + 1);
    }

    public @Nullable String getProcess() {
        return alert.process();
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    public static final class AgentAlert extends RuleEvent {
        private AgentAlert(Alert alert, String entity) {
            super(alert, entity);
        }
    }

    public static final class SourceIpAlert extends RuleEvent {
        private SourceIpAlert(Alert alert, String entity) {
            super(alert, entity);
        }
    }

    public static final class UserAlert extends RuleEvent {
        private UserAlert(Alert alert, String entity) {
            super(alert, entity);
        }
    }

    public static final class AgentSourceIpAlert extends RuleEvent {
        private AgentSourceIpAlert(Alert alert, String entity) {
            super(alert, entity);
        }
    }

    public static final class AnyAlert extends RuleEvent {
        private AnyAlert(Alert alert, String entity) {
            super(alert, entity);
        }
    }
}
