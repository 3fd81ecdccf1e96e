package id.kentongan.forwarder.checkpoint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One small file a source; a crash at any moment leaves the old one or the new one. */
public final class CheckpointFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addMixIn(Checkpoint.class, Computed.class)
            .build();

    private final Path file;
    private @Nullable Checkpoint written;

    /** The checkpoint of that source below {@code stateDir}. */
    public CheckpointFile(Path stateDir, String source) {
        this.file = stateDir.resolve("checkpoint-" + source + ".json");
    }

    /**
     * Reads it; null where there is none yet.
     *
     * @throws DamagedCheckpointException to go on from a guess would lose or repeat alerts in silence
     */
    public @Nullable Checkpoint read() throws IOException {
        if (!Files.exists(file)) {
            written = null;
            return null;
        }
        try {
            written = JSON.readValue(Files.readAllBytes(file), Checkpoint.class);
        } catch (JacksonException e) {
            throw new DamagedCheckpointException(file, e);
        }
        if (written == null) {
            throw new DamagedCheckpointException(file, new IOException("null"));
        }
        return written;
    }

    /** Makes it durable; does nothing when it has not moved. */
    public void write(Checkpoint checkpoint) throws IOException {
        if (!checkpoint.equals(written)) {
            DurableFile.write(file, JSON.writeValueAsBytes(checkpoint));
            written = checkpoint;
        }
    }

    @JsonIgnoreProperties("refusedInAll")
    private interface Computed {}
}
