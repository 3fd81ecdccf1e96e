package id.kentongan.forwarder.forward;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the forwarder needs to know of an alert: its record key and its time. Everything else is left to the job; a line
 * that cannot be read has the source's name as key and no time.
 */
public record Glance(String key, @Nullable Instant time) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_PART = 256;
    private static final String ABSENT = "-";

    /** Looks at the line; never fails. */
    public static Glance at(byte[] line, String source) {
        try (JsonParser bytes = JSON.createParser(line)) {
            return read(bytes, source);
        } catch (IOException e) {
            return atText(new String(line, StandardCharsets.UTF_8), source);
        }
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

    private static final class Seen {
        private @Nullable String clusterNode;
        private @Nullable String manager;
        private @Nullable String agent;
        private @Nullable String timestamp;
        private @Nullable String indexed;

        void take(String field, JsonToken value, JsonParser json) throws IOException {
            switch (field) {
                case "cluster" -> clusterNode = inside(value, "node", json);
                case "manager" -> manager = inside(value, "name", json);
                case "agent" -> agent = inside(value, "id", json);
                case "timestamp" -> timestamp = scalar(value, json);
                case "@timestamp" -> indexed = scalar(value, json);
                default -> json.skipChildren();
            }
        }

        Glance glance() {
            String node = clusterNode != null ? clusterNode : manager;
            Instant time = EventTime.parse(timestamp);
            return new Glance(part(node) + "/" + part(agent), time != null ? time : EventTime.parse(indexed));
        }

        private static String part(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return ABSENT;
            }
            return text.length() <= LONGEST_PART ? text : text.substring(0, LONGEST_PART);
        }

        private static @Nullable String inside(JsonToken value, String wanted, JsonParser json) throws IOException {
            if (value != JsonToken.START_OBJECT) {
                json.skipChildren();
                return null;
            }
            String found = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean hit = json.currentName().equals(wanted);
                JsonToken inner = json.nextToken();
                if (hit) {
                    found = scalar(inner, json);
                } else {
                    json.skipChildren();
                }
            }
            return found;
        }

        private static @Nullable String scalar(JsonToken value, JsonParser json) throws IOException {
            if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
                return json.getText();
            }
            json.skipChildren();
            return null;
        }
    }
}
