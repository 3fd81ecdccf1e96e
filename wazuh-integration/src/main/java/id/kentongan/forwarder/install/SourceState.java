package id.kentongan.forwarder.install;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one source is, by what lies in the state directory. Read leniently: a field that is missing or new is no
 * fault here.
 *
 * @param behind bytes that are there and not yet read
 * @param gaps times that something was missing
 * @param last greatest event time acknowledged, UTC
 * @param trouble empty when none is known
 */
record SourceState(
        String name,
        long sent,
        long refused,
        long behind,
        long gaps,
        @Nullable Instant last,
        String trouble) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static SourceState read(Path stateDir, String name) throws IOException {
        Path checkpoint = stateDir.resolve("checkpoint-" + name + ".json");
        try {
            JsonNode kept = tree(checkpoint);
            JsonNode seen = progress(stateDir, name);
            return new SourceState(
                    name,
                    kept.path("acknowledged").asLong(),
                    sum(kept.path("refused")),
                    Math.max(
                            0,
                            seen.path("totalBytes").asLong()
                                    - seen.path("readBytes").asLong()),
                    kept.path("gapCount").asLong(),
                    time(kept.path("lastTime")),
                    seen.path("trouble").asText(""));
        } catch (JacksonException | DateTimeException e) {
            return new SourceState(name, 0, 0, 0, 0, null, "its checkpoint or progress.json is damaged");
        }
    }

    private static long sum(JsonNode byReason) {
        long sum = 0;
        for (JsonNode each : byReason) {
            sum += each.asLong();
        }
        return sum;
    }

    private static JsonNode progress(Path stateDir, String name) throws IOException {
        for (JsonNode source : tree(stateDir.resolve("progress.json")).path("sources")) {
            if (source.path("name").asText().equals(name)) {
                return source;
            }
        }
        return JSON.missingNode();
    }

    private static JsonNode tree(Path file) throws IOException {
        return Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)) : JSON.missingNode();
    }

    private static @Nullable Instant time(JsonNode text) {
        return text.isTextual() ? Instant.parse(text.textValue()) : null;
    }
}
