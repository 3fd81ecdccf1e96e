package id.kentongan.allinone.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a finite source is, as the forwarder last wrote it.
 *
 * @param share of the file that was read, 0 to 1
 * @param time of the alert sent last, UTC, to the second; empty before the first
 */
record Replay(double share, long sent, long rejected, String time, boolean ended) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty until the forwarder has written, and when what it wrote cannot be read. */
    static Optional<Replay> read(Path progressFile) {
        try {
            if (!Files.exists(progressFile)) {
                return Optional.empty();
            }
            JsonNode source = JSON.readTree(Files.readAllBytes(progressFile))
                    .path("sources")
                    .path(0);
            if (source.isMissingNode()) {
                return Optional.empty();
            }
            boolean ended = source.path("ended").asBoolean();
            double share = source.path("readBytes").asDouble()
                    / Math.max(1.0, source.path("totalBytes").asDouble());
            return Optional.of(new Replay(
                    ended ? 1 : Math.min(1, share),
                    source.path("sent").asLong(),
                    source.path("rejected").asLong(),
                    source.path("lastTime").asText("").replace("null", "").replaceFirst("\\..*", ""),
                    ended));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
