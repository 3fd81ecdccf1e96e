package id.kentongan.job.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an alert says happened, whatever product said it. Found by Wazuh rule id first, because a rule's groups are
 * those of the winning rule only (40112, a success, carries no {@code authentication_success}); by groups second.
 */
public enum Action {
    AUTHENTICATION_FAILURE("authentication-failure"),
    /** Wazuh's own composite of many failures: never count it together with its members. */
    AUTHENTICATION_FAILURES("authentication-failures"),
    AUTHENTICATION_SUCCESS("authentication-success"),
    RECONNAISSANCE("reconnaissance"),
    EXPLOIT("exploit"),
    /** Something was sent to a path that takes files. */
    UPLOAD("upload"),
    /** A script below a path that takes files was asked for and answered. */
    SCRIPT_REQUEST("script-request"),
    FILE_ADDED("file-added"),
    FILE_CHANGED("file-changed"),
    ACCOUNT_ADDED("account-added"),
    WEB_PROCESS_COMMAND("web-process-command"),
    /** Root's crontab or its like. */
    SCHEDULE_CHANGED("schedule-changed"),
    IDS("ids"),
    OTHER("other");

    private static final Map<String, Action> BY_RULE = ActionTable.read();

    private final String written;

    Action(String written) {
        this.written = written;
    }

    /** As rules in EPL compare it. */
    public String written() {
        return written;
    }

    static Action of(String ruleId, List<String> groups) {
        Action known = BY_RULE.get(ruleId);
        return known == null ? ofGroups(Set.copyOf(groups)) : known;
    }

    private static Action ofGroups(Set<String> groups) {
        if (groups.contains("authentication_failures")) {
            return AUTHENTICATION_FAILURES;
        }
        if (groups.contains("authentication_failed")) {
            return AUTHENTICATION_FAILURE;
        }
        if (groups.contains("authentication_success")) {
            return AUTHENTICATION_SUCCESS;
        }
        if (groups.contains("recon")) {
            return RECONNAISSANCE;
        }
        return groups.contains("ids") ? IDS : OTHER;
    }
}
