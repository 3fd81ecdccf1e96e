package id.kentongan.desk.logbook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the few fields of an alert that people look things up by, from the same places as the job's intake (Wazuh 4 and
 * 5). What cannot be read is left out: it is the job that refuses and counts.
 */
public final class AlertText {
    static final int EXCERPT = 300;
    static final int LINE = 200;

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter WAZUH_4 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX]");
    private static final Pattern MAPPED = Pattern.compile("(?i)::ffff:(\\d{1,3}(?:\\.\\d{1,3}){3})");
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    /** No log tells of a later time, and the database has an end. */
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private static final List<String> TIME = List.of("/timestamp", "/@timestamp");
    private static final List<String> NODE =
            List.of("/cluster/node", "/manager/name", "/wazuh/cluster/node", "/wazuh/cluster/name");
    private static final List<String> AGENT = List.of("/wazuh/agent/id", "/agent/id");
    private static final List<String> AGENT_NAME = List.of("/wazuh/agent/name", "/agent/name");
    private static final List<String> RULE = List.of("/wazuh/rule/id", "/wazuh/rule/sigma_id", "/rule/id");
    private static final List<String> DESCRIPTION =
            List.of("/wazuh/rule/title", "/rule/description", "/message", "/event/action");
    private static final List<String> SOURCE_IP =
            List.of("/data/srcip", "/data/win/eventdata/ipAddress", "/data/src_ip", "/source/ip", "/source/address");
    private static final List<String> ACCOUNT = List.of(
            "/data/dstuser",
            "/data/win/eventdata/targetUserName",
            "/data/srcuser",
            "/syscheck/audit/user/name",
            "/user/target/name",
            "/user/name",
            "/source/user/name");
    private static final List<String> LOG_LINE = List.of("/full_log", "/event/original", "/message", "/syscheck/path");

    private AlertText() {}

    public static Optional<LoggedAlert> read(byte[] json) {
        try {
            JsonNode alert = JSON.readTree(json);
            Instant at = time(first(alert, TIME, LINE));
            return at == null || at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)
                    ? Optional.empty()
                    : Optional.of(shortened(alert, at));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static LoggedAlert shortened(JsonNode alert, Instant at) {
        return new LoggedAlert(
                at,
                or(first(alert, NODE, LINE), "-") + "/" + or(first(alert, AGENT, LINE), "-"),
                or(first(alert, AGENT_NAME, LINE), ""),
                or(first(alert, RULE, LINE), "-"),
                at(alert, "/rule/level").asInt(0),
                or(first(alert, DESCRIPTION, LINE), ""),
                address(first(alert, SOURCE_IP, LINE)),
                account(first(alert, ACCOUNT, LINE)),
                or(first(alert, LOG_LINE, EXCERPT), ""));
    }

    private static @Nullable Instant time(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(written, WAZUH_4).toInstant();
        } catch (DateTimeException otherForm) {
            return isoTime(written);
        }
    }

    private static @Nullable Instant isoTime(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable String address(@Nullable String logged) {
        if (logged == null) {
            return null;
        }
        var mapped = MAPPED.matcher(logged);
        return mapped.matches() ? mapped.group(1) : logged;
    }

    /** Dovecot logs {@code user=<name>}, and the decoder keeps the brackets. */
    private static @Nullable String account(@Nullable String logged) {
        if (logged == null || logged.equals("-")) {
            return null;
        }
        boolean bracketed = logged.length() > 2 && logged.startsWith("<") && logged.endsWith(">");
        return bracketed ? logged.substring(1, logged.length() - 1) : logged;
    }

    private static @Nullable String first(JsonNode alert, List<String> pointers, int longest) {
        for (String pointer : pointers) {
            JsonNode node = at(alert, pointer);
            JsonNode plain = node.isArray() && !node.isEmpty() ? node.get(0) : node;
            String text = plain.isValueNode() && !plain.isNull() ? plain.asString("") : "";
            if (!text.isBlank()) {
                return text.length() > longest ? text.substring(0, longest) : text;
            }
        }
        return null;
    }

    private static JsonNode at(JsonNode alert, String pointer) {
        return alert.at(POINTERS.computeIfAbsent(pointer, JsonPointer::compile));
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
