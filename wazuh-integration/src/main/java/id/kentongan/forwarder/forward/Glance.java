package id.kentongan.forwarder.forward;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the forwarder needs to know of an alert of Wazuh 4 or 5: its record key and its time. Everything else is left to
 * the job; a line whose beginning cannot be read has the source's name as key and no time.
 */
public record Glance(String key, @Nullable Instant time) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_PART = 256;
    private static final String ABSENT = "-";
    private static final Set<String> WANTED = Set.of("id", "name", "node");

    /** Looks at the line; never fails. */
    public static Glance at(byte[] line, String source, QuickLook look) {
        Glance quick = look.at(line);
        return quick == null ? parsed(line, source) : quick;
    }

    /** The same by the JSON parser alone. */
    static Glance parsed(byte[] line, String source) {
        try (JsonParser bytes = JSON.createParser(line)) {
            return read(bytes, source);
        } catch (IOException e) {
            return atText(new String(line, StandardCharsets.UTF_8), source);
        }
    }

    static String key(@Nullable String node, @Nullable String agent) {
        return part(node) + "/" + part(agent);
    }

    private static String part(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return ABSENT;
        }
        return text.length() <= LONGEST_PART ? text : text.substring(0, LONGEST_PART);
    }

    /** Wazuh lets invalid UTF-8 through: with replacement characters the rest can be read all the same. */
    private static Glance atText(String line, String source) {
        try (JsonParser text = JSON.createParser(line)) {
            return read(text, source);
        } catch (IOException e) {
            return new Glance(source, null);
        }
    }

    private static Glance read(JsonParser json, String source) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return new Glance(source, null);
        }
        Seen seen = new Seen();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            seen.take(field, value, json);
        }
        return seen.glance();
    }

    /** What Wazuh 5 says of itself is below {@code wazuh}; then the top-level names belong to the log source. */
    private static final class Seen {
        private final Map<String, String> at = new HashMap<>();
        private boolean five;

        void take(String field, JsonToken value, JsonParser json) throws IOException {
            switch (field) {
                case "cluster", "manager", "agent" -> inside(field, value, json);
                case "wazuh" -> below(value, json);
                case "timestamp", "@timestamp" -> keep(field, value, json);
                default -> json.skipChildren();
            }
        }

        Glance glance() {
            String node =
                    five ? first("wazuh.cluster.node", "wazuh.cluster.name") : first("cluster.node", "manager.name");
            String agent = five ? first("wazuh.agent.id") : first("agent.id");
            Instant time = five ? null : EventTime.parse(at.get("timestamp"));
            return new Glance(key(node, agent), time != null ? time : EventTime.parse(at.get("@timestamp")));
        }

        private @Nullable String first(String... names) {
            for (String name : names) {
                if (at.containsKey(name)) {
                    return at.get(name);
                }
            }
            return null;
        }

        private void below(JsonToken value, JsonParser json) throws IOException {
            five = value == JsonToken.START_OBJECT;
            if (!five) {
                json.skipChildren();
                return;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken inner = json.nextToken();
                if (field.equals("cluster") || field.equals("agent")) {
                    inside("wazuh." + field, inner, json);
                } else {
                    json.skipChildren();
                }
            }
        }

        private void inside(String object, JsonToken value, JsonParser json) throws IOException {
            if (value != JsonToken.START_OBJECT) {
                json.skipChildren();
                return;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken inner = json.nextToken();
                if (WANTED.contains(field)) {
                    keep(object + "." + field, inner, json);
                } else {
                    json.skipChildren();
                }
            }
        }

        /** A plain value, or of an array its first. */
        private void keep(String name, JsonToken value, JsonParser json) throws IOException {
            JsonToken plain = value == JsonToken.START_ARRAY ? json.nextToken() : value;
            String text = plain == JsonToken.VALUE_STRING || plain.isNumeric() ? json.getText() : null;
            if (text != null) {
                at.put(name, text);
            }
            json.skipChildren(); // of an object, or of an array's first
            if (value == JsonToken.START_ARRAY && plain != JsonToken.END_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    json.skipChildren();
                }
            }
        }
    }
}
