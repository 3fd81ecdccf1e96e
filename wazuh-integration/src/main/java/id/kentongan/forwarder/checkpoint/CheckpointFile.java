package id.kentongan.forwarder.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.forwarder.source.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

/** One small file a source; a crash at any moment leaves the old one or the new one. */
public final class CheckpointFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private Checkpoint written = Checkpoint.NONE;

    /** The checkpoint of that source below {@code stateDir}. */
    public CheckpointFile(Path stateDir, String source) {
        this.file = stateDir.resolve("checkpoint-" + source + ".json");
    }

    /**
     * Reads it; {@link Checkpoint#NONE} where there is none yet.
     *
     * @throws IOException also when it is damaged: to go on from a guess would lose or repeat alerts in silence
     */
    public Checkpoint read() throws IOException {
        if (!Files.exists(file)) {
            return Checkpoint.NONE;
        }
        try {
            written = parse(JSON.readTree(Files.readAllBytes(file)));
            return written;
        } catch (com.fasterxml.jackson.core.JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new DamagedCheckpointException(file, e);
        }
    }

    /** Makes it durable; does nothing when it has not moved. */
    public void write(Checkpoint checkpoint) throws IOException {
        if (checkpoint.equals(written)) {
            return;
        }
        DurableFile.write(file, JSON.writeValueAsBytes(toJson(checkpoint)));
        written = checkpoint;
    }

    private static Checkpoint parse(JsonNode json) {
        JsonNode at = json.path("position");
        Position position = at.isObject()
                ? new Position(text(at, "file"), text(at, "mark"), number(at, "offset"), number(at, "next"))
                : null;
        JsonNode lastTime = json.path("lastTime");
        return new Checkpoint(
                number(json, "epoch"),
                position,
                number(json, "sent"),
                number(json, "rejected"),
                lastTime.isTextual() ? Instant.parse(lastTime.textValue()) : null);
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new IllegalArgumentException("expected text in " + field + ", got " + json.path(field));
        }
        return json.path(field).textValue();
    }

    private static long number(JsonNode json, String field) {
        if (!json.path(field).canConvertToLong()) {
            throw new IllegalArgumentException("expected a number in " + field + ", got " + json.path(field));
        }
        return json.path(field).longValue();
    }

    private static ObjectNode toJson(Checkpoint checkpoint) {
        ObjectNode json = JSON.createObjectNode();
        json.put("epoch", checkpoint.epoch()).put("sent", checkpoint.sent()).put("rejected", checkpoint.rejected());
        Instant lastTime = checkpoint.lastTime();
        json.put("lastTime", lastTime == null ? null : lastTime.toString());
        Position position = checkpoint.position();
        if (position != null) {
            json.putObject("position")
                    .put("file", position.file())
                    .put("mark", position.mark())
                    .put("offset", position.offset())
                    .put("next", position.next());
        }
        return json;
    }
}
