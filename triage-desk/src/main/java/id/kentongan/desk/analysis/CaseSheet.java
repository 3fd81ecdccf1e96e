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
        Alerts supporting,
        List<Line> timeline,
        List<RuleCount> rules,
        List<String> sourceIps,
        List<String> users,
        List<Known> techniques,
        List<Known> vulnerabilities,
        List<String> stages,
        List<Hole> holes,
        List<Risk> risk,
        String riskInAll,
        @Nullable String dashboard) {

    record Machine(
            String node,
            String agentId,
            @Nullable String name,
            @Nullable String ip) {}

    /** Why it fired; {@code id} only goes back to the desk and is not shown. */
    record FiredRule(
            String id,
            String title,
            String severity,
            String rule,
            String entityKind,
            String entity,
            String matches,
            String first,
            String last,
            List<String> reasons,
            List<String> marks,
            Alerts alerts) {}

    /** One term of the sum that made the case; {@code reason} ends with its bits. */
    record Risk(String agent, String reason) {}

    /** A technique of ATT&CK or a vulnerability; {@code name} and {@code words} are empty where the desk does not know them. */
    record Known(String id, String name, String words) {}

    /** Alerts in order: the first ones, those between, which are folded away, and the last ones. */
    record Alerts(List<Alert> head, List<Alert> folded, List<Alert> tail) {
        private static final int SHOWN_WHOLE = 10;
        private static final int HEAD = 5;
        private static final int TAIL = 4;

        static Alerts of(List<Alert> all) {
            return all.size() <= SHOWN_WHOLE
                    ? new Alerts(all, List.of(), List.of())
                    : new Alerts(
                            all.subList(0, HEAD),
                            all.subList(HEAD, all.size() - TAIL),
                            all.subList(all.size() - TAIL, all.size()));
        }
    }

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
            @Nullable String filePath,
            @Nullable String process,
            String excerpt,
            String position,
            @Nullable String dashboard) {}

    /** One line of the timeline, with the titles of the findings that rest on it; none for a supporting alert. */
    record Line(Alert alert, int alerts, String until, String findings) {}

    /** Alerts known to be missing; {@code alerts} empty where nobody can know how many. */
    record Hole(String reason, String from, String to, String alerts, String source, String detail) {}

    /** Alerts of one Wazuh rule, described as in the evidence where that holds one of them. */
    record RuleCount(String ruleId, @Nullable String description, String count, long value, long of) {}
}
