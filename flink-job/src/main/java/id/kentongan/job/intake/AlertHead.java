package id.kentongan.job.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every operator asks of every alert; {@link Alert} says what each part is. */
record AlertHead(
        Instant time,
        int level,
        int generation,
        String node,
        String id,
        String ruleId,
        Action action,
        String agentId,
        @Nullable String sourceIp,
        @Nullable String user,
        @Nullable String filePath,
        @Nullable String process,
        List<String> groups) {

    AlertHead {
        requireNonNull(time, "time");
        requireNonNull(node, "node");
        requireNonNull(id, "id");
        requireNonNull(ruleId, "ruleId");
        requireNonNull(action, "action");
        requireNonNull(agentId, "agentId");
    }
}
