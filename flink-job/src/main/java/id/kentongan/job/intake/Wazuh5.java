package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a finding of Wazuh 5, or an event of its engine's file output, which has no {@code wazuh.rule}. Everything but
 * {@code @timestamp} may be absent. Top-level {@code rule} and {@code agent} belong to whoever wrote the log: what
 * Wazuh itself says is below {@code wazuh}.
 *
 * <p>Identity: the event's id and the rule's. A finding may be written many times under other document ids, and an
 * event once for each space; analysts add {@code wazuh.case} later. None of these is another alert.
 */
final class Wazuh5 {
    /** What an alert without a rule carries as its rule id. */
    static final String NO_RULE = "-";

    /** The log's own time is believed while it is not further before, or after, the moment it was processed. */
    static final Duration LONGEST_BEFORE = Duration.ofHours(24);

    static final Duration LONGEST_AFTER = Duration.ofMinutes(5);

    private static final List<String> NODE = List.of("/wazuh/cluster/node", "/wazuh/cluster/name");
    private static final List<String> ID = List.of("/wazuh/event/id", "/event/doc_id");
    private static final List<String> RULE_ID = List.of("/wazuh/rule/id", "/wazuh/rule/sigma_id");
    private static final List<String> TITLE = List.of("/wazuh/rule/title", "/message", "/event/action");
    private static final List<String> SOURCE_IP = List.of("/source/ip", "/source/address");
    private static final List<String> USER = List.of("/user/target/name", "/user/name", "/source/user/name");
    private static final List<String> LOG_LINE = List.of("/event/original", "/message", "/wazuh/rule/title");

    private Wazuh5() {}

    static boolean wrote(Document document) {
        return document.text("/wazuh/event/id") != null
                || document.at("/wazuh/rule").isObject();
    }

    static Intake.Reading read(Document document, String sha256, String position) {
        String integration = document.text("/wazuh/integration/name");
        if (integration != null && integration.contains("kentongan")) {
            return Intake.refused("own-alert");
        }
        Instant time = time(document);
        return time == null
                ? Intake.refused("no-time")
                : new Intake.Reading(alert(document, time, sha256, position), null);
    }

    private static Alert alert(Document document, Instant time, String sha256, String position) {
        SeverityWord severity = SeverityWord.parse(document.text("/wazuh/rule/level"));
        return new Alert(
                time,
                document.first(NODE, "-"),
                id(document),
                document.first(RULE_ID, NO_RULE),
                severity == null ? 0 : severity.level(),
                document.first(TITLE, ""),
                EventAction.of(document),
                document.first(List.of("/wazuh/agent/id"), "-"),
                document.text("/wazuh/agent/name"),
                document.text("/wazuh/agent/host/ip"),
                sourceIp(document),
                user(document),
                document.first(List.of("/url/original", "/url/full", "/url/path")),
                document.text("/http/response/status_code"),
                document.text("/http/request/method"),
                document.text("/file/path"),
                document.first(List.of("/process/executable", "/process/name")),
                techniques(document),
                List.of(),
                PlainText.excerpt(logLine(document)),
                sha256,
                position,
                5,
                severity == null ? null : severity.written());
    }

    private static @Nullable Instant time(Document document) {
        Instant processed = instant(document.text("/@timestamp"));
        Instant logged = instant(document.text("/event/start"));
        if (processed == null || logged == null) {
            return processed;
        }
        boolean sane =
                !logged.isBefore(processed.minus(LONGEST_BEFORE)) && !logged.isAfter(processed.plus(LONGEST_AFTER));
        return sane ? logged : processed;
    }

    private static @Nullable Instant instant(@Nullable String written) {
        return written == null ? null : WazuhTime.parse(written).orElse(null);
    }

    private static String id(Document document) {
        String id = document.first(ID);
        return id == null ? Sha256.hex(document.without("wazuh", "case").getBytes(UTF_8)) : id;
    }

    /** Of the related addresses, the first that is neither where it went nor the agent itself. */
    private static @Nullable String sourceIp(Document document) {
        String told = Address.canonical(document.first(SOURCE_IP));
        if (told != null) {
            return told;
        }
        List<String> known = new ArrayList<>(document.texts("/destination/ip"));
        known.addAll(document.texts("/wazuh/agent/host/ip"));
        return document.texts("/related/ip").stream()
                .filter(related -> !known.contains(related))
                .findFirst()
                .map(Address::canonical)
                .orElse(null);
    }

    private static @Nullable String user(Document document) {
        String user = document.first(USER);
        return "-".equals(user) ? null : user;
    }

    private static List<String> techniques(Document document) {
        List<String> techniques = new ArrayList<>(document.texts("/wazuh/rule/mitre/technique/id"));
        techniques.addAll(document.texts("/wazuh/rule/mitre/subtechnique/id"));
        return techniques;
    }

    private static String logLine(Document document) {
        for (String pointer : LOG_LINE) {
            String line = document.whole(pointer);
            if (line != null) {
                return line;
            }
        }
        return "";
    }
}
