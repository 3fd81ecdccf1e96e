package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line as a Wazuh 4 alert. Whatever the bytes are, the answer is an alert or a reason why not. Assumes
 * nothing but a JSON object with {@code rule.id} and a timestamp; every other field may be absent or of another type.
 */
public final class Intake {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    private static final List<String> SOURCE_IP =
            List.of("/data/srcip", "/data/win/eventdata/ipAddress", "/data/src_ip");
    private static final List<String> USER = List.of(
            "/data/dstuser", "/data/win/eventdata/targetUserName", "/data/srcuser", "/syscheck/audit/user/name");

    /** What a line turned out to be; exactly one of the two. */
    record Reading(@Nullable Alert alert, @Nullable String reason) {}

    /** @param position {@code partition/offset}, goes into the alert */
    Reading read(byte[] bytes, String position) {
        if (bytes.length == 0) {
            return refused("empty");
        }
        JsonNode root;
        try {
            // Through a String: invalid UTF-8 becomes U+FFFD instead of an unreadable alert.
            root = JSON.readValue(new String(bytes, UTF_8));
        } catch (JsonProcessingException e) {
            return refused("not-json");
        }
        return root.isObject() ? alert(root, bytes, position) : refused("not-an-object");
    }

    private Reading alert(JsonNode root, byte[] bytes, String position) {
        if (root.path("wazuh").isObject()) {
            return refused("wazuh-5");
        }
        String ruleId = text(root, "/rule/id");
        if (ruleId == null) {
            return refused("no-rule");
        }
        String integration = text(root, "/data/integration");
        if (integration != null && integration.contains("kentongan")) {
            return refused("own-alert");
        }
        Optional<Instant> time = Optional.ofNullable(first(root, List.of("/timestamp", "/@timestamp")))
                .flatMap(WazuhTime::parse);
        return time.map(instant -> new Reading(alert(root, ruleId, instant, Sha256.hex(bytes), position), null))
                .orElseGet(() -> refused("no-time"));
    }

    private static Alert alert(JsonNode root, String ruleId, Instant time, String sha256, String position) {
        return new Alert(
                time,
                orElse(first(root, List.of("/cluster/node", "/manager/name")), "-"),
                orElse(text(root, "/id"), sha256),
                ruleId,
                root.at("/rule/level").asInt(0),
                orElse(text(root, "/rule/description"), ""),
                Action.of(ruleId, texts(root.at("/rule/groups"))),
                orElse(text(root, "/agent/id"), "-"),
                text(root, "/agent/name"),
                text(root, "/agent/ip"),
                Address.canonical(first(root, SOURCE_IP)),
                user(first(root, USER)),
                first(root, List.of("/data/url", "/data/http/url")),
                first(root, List.of("/data/id", "/data/http/status")),
                first(root, List.of("/data/protocol", "/data/http/http_method")),
                text(root, "/syscheck/path"),
                first(root, List.of("/data/audit/exe", "/syscheck/audit/process/name")),
                texts(root.at("/rule/mitre/id")),
                PlainText.excerpt(logLine(root)),
                sha256,
                position);
    }

    /** Half of the stock rules omit full_log: then the decoded fields tell the most. */
    private static String logLine(JsonNode root) {
        JsonNode log = root.path("full_log");
        if (log.isTextual()) {
            return log.textValue();
        }
        JsonNode data = root.has("data") ? root.path("data") : root.path("syscheck");
        return data.isMissingNode() ? root.at("/rule/description").asText("") : data.toString();
    }

    /** Dovecot logs {@code user=<name>}, and the decoder keeps the brackets. */
    private static @Nullable String user(@Nullable String logged) {
        if (logged == null || logged.equals("-")) {
            return null;
        }
        boolean bracketed = logged.length() > 2 && logged.startsWith("<") && logged.endsWith(">");
        return bracketed ? logged.substring(1, logged.length() - 1) : logged;
    }

    private static @Nullable String first(JsonNode root, List<String> pointers) {
        for (String pointer : pointers) {
            String found = text(root, pointer);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A field may be a string today and an array tomorrow: of an array, the first plain value. */
    private static @Nullable String text(JsonNode root, String pointer) {
        JsonNode node = root.at(pointer);
        JsonNode plain = node.isArray() && !node.isEmpty() ? node.get(0) : node;
        if (!plain.isValueNode() || plain.isNull()) {
            return null;
        }
        String text = PlainText.clean(plain.asText(), Alert.MAX_TEXT);
        return text.isBlank() ? null : text;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> {
            if (node.isTextual() && texts.size() < 32) {
                texts.add(PlainText.clean(node.textValue(), 64));
            }
        });
        return texts;
    }

    private static String orElse(@Nullable String found, String otherwise) {
        return found == null ? otherwise : found;
    }

    private static Reading refused(String reason) {
        return new Reading(null, reason);
    }
}
