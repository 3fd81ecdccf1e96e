package id.kentongan.job.rulebook.statement;

import java.util.Set;
import java.util.TreeSet;

/** What rules read of an alert. A test compares it with the getters of the rule event. */
public final class AlertProperties {
    public static final Set<String> NAMES = new TreeSet<>(Set.of(
            "entity",
            "time",
            "key",
            "ruleId",
            "level",
            "action",
            "inGroup",
            "agent",
            "sourceIp",
            "user",
            "url",
            "urlFile",
            "status",
            "method",
            "filePath",
            "fileName",
            "fileExtension",
            "process"));

    private AlertProperties() {}
}
