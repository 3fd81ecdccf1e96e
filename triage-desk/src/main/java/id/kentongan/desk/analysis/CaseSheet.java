package id.kentongan.desk.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case as the template shows it: every text is safe to look at and still to be escaped. */
record CaseSheet(
        String number,
        String id,
        String version,
        long versionNumber,
        String severity,
        String title,
        String summary,
        Machine machine,
        String openedAt,
        String firstSeen,
        String lastSeen,
        String received,
        String alertCount,
        List<FiredRule> fired,
        List<Alert> supporting,
        List<Line> timeline,
        List<RuleCount> rules,
        List<String> sourceIps,
        List<String> users,
        List<String> techniques) {

    record Machine(
            String node,
            String agentId,
            @Nullable String name,
            @Nullable String ip) {}

    /**
     * Why it fired.
     *
     * @param head the first alerts in order, {@code folded} those between, {@code tail} the last ones
     */
    record FiredRule(
            String title,
            String severity,
            String rule,
            String entityKind,
            String entity,
            String matches,
            String first,
            String last,
            List<String> reasons,
            List<Alert> head,
            List<Alert> folded,
            List<Alert> tail) {}

    /** One alert; a loopback address names the machine itself, not where the attacker came from. */
    record Alert(
            String time,
            String iso,
            String step,
            String ruleId,
            int level,
            String description,
            @Nullable String sourceIp,
            boolean loopback,
            @Nullable String user,
            String excerpt,
            String position) {}

    /** One line of the timeline, with the titles of the findings that rest on it; none for a supporting alert. */
    record Line(Alert alert, int alerts, String until, String findings) {}

    /** Alerts of one Wazuh rule, described as in the evidence where that holds one of them. */
    record RuleCount(String ruleId, @Nullable String description, String count, long value, long of) {}
}
