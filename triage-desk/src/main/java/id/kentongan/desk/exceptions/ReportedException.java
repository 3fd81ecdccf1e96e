package id.kentongan.desk.exceptions;

import id.kentongan.desk.findings.Effect;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception with its expiry and its effect, text as the logs had it.
 *
 * @param state proposed, in_force, expired, refused or ended
 * @param agent {@code node/agent id}
 * @param proposedBy account
 */
public record ReportedException(
        String id,
        String caseNumber,
        String state,
        List<String> rules,
        String agent,
        List<String> sourceIps,
        List<String> users,
        String reason,
        int days,
        String proposedBy,
        @Nullable Instant from,
        @Nullable Instant until,
        Effect effect,
        Remark remark) {
    public ReportedException {
        rules = List.copyOf(rules);
        sourceIps = List.copyOf(sourceIps);
        users = List.copyOf(users);
    }

    public boolean inForce() {
        return state.equals("in_force");
    }
}
