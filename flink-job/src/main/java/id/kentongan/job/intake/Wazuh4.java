package id.kentongan.job.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an alert of Wazuh 4: nothing but {@code rule.id} and a timestamp must be there. */
final class Wazuh4 {
    private static final List<String> TIME = List.of("/timestamp", "/@timestamp");
    private static final List<String> SOURCE_IP =
            List.of("/data/srcip", "/data/win/eventdata/ipAddress", "/data/src_ip");
    private static final List<String> USER = List.of(
            "/data/dstuser", "/data/win/eventdata/targetUserName", "/data/srcuser", "/syscheck/audit/user/name");

    private Wazuh4() {}

    /** A top-level {@code manager}, or a {@code rule}. */
    static boolean wrote(Document document) {
        return !document.at("/manager").isMissingNode() || document.at("/rule").isObject();
    }

    static Intake.Reading read(Document document, String sha256, String position) {
        String ruleId = document.text("/rule/id");
        if (ruleId == null) {
            return Intake.refused("no-rule");
        }
        String integration = document.text("/data/integration");
        if (integration != null && integration.contains("kentongan")) {
            return Intake.refused("own-alert");
        }
        Optional<Instant> time = Optional.ofNullable(document.first(TIME)).flatMap(WazuhTime::parse);
        return time.map(instant -> new Intake.Reading(alert(document, ruleId, instant, sha256, position), null))
                .orElseGet(() -> Intake.refused("no-time"));
    }

    private static Alert alert(Document document, String ruleId, Instant time, String sha256, String position) {
        JsonNode level = document.at("/rule/level");
        List<String> groups = document.texts("/rule/groups");
        return new Alert(
                time,
                document.first(List.of("/cluster/node", "/manager/name"), "-"),
                document.first(List.of("/id"), sha256),
                ruleId,
                level.asInt(0),
                document.first(List.of("/rule/description"), ""),
                Action.of(ruleId, groups),
                document.first(List.of("/agent/id"), "-"),
                document.text("/agent/name"),
                document.text("/agent/ip"),
                Address.canonical(document.first(SOURCE_IP)),
                user(document.first(USER)),
                document.first(List.of("/data/url", "/data/http/url")),
                document.first(List.of("/data/id", "/data/http/status")),
                document.first(List.of("/data/protocol", "/data/http/http_method")),
                document.text("/syscheck/path"),
                document.first(List.of("/data/audit/exe", "/syscheck/audit/process/name")),
                document.texts("/rule/mitre/id"),
                groups,
                PlainText.excerpt(logLine(document)),
                sha256,
                position,
                4,
                level.isMissingNode() ? null : SeverityWord.ofLevel(level.asInt(0)));
    }

    /** Half of the stock rules omit full_log: then the decoded fields tell the most. */
    private static String logLine(Document document) {
        JsonNode log = document.at("/full_log");
        if (log.isTextual()) {
            return log.textValue();
        }
        JsonNode data = document.at("/data").isMissingNode() ? document.at("/syscheck") : document.at("/data");
        return data.isMissingNode() ? document.at("/rule/description").asText("") : data.toString();
    }

    /** Dovecot logs {@code user=<name>}, and the decoder keeps the brackets. */
    private static @Nullable String user(@Nullable String logged) {
        if (logged == null || logged.equals("-")) {
            return null;
        }
        boolean bracketed = logged.length() > 2 && logged.startsWith("<") && logged.endsWith(">");
        return bracketed ? logged.substring(1, logged.length() - 1) : logged;
    }
}
