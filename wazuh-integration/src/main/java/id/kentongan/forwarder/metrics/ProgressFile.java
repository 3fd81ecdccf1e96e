package id.kentongan.forwarder.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes {@code progress.json}; a reader never sees half of it. Not durable: it is for looking on. */
public final class ProgressFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MOST_UNMOVED = 20;

    private final Path file;
    private List<SourceProgress> written = List.of();
    private int unmoved;

    public ProgressFile(Path stateDir) {
        this.file = stateDir.resolve("progress.json");
    }

    /** Written when something moved, and every so often all the same, so that a reader sees that somebody writes. */
    public void write(List<SourceProgress> sources) throws IOException {
        if (sources.equals(written) && ++unmoved < MOST_UNMOVED) {
            return;
        }
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("sources");
        for (SourceProgress source : sources) {
            list.addObject()
                    .put("name", source.name())
                    .put("kind", source.kind())
                    .put("readBytes", source.readBytes())
                    .put("totalBytes", source.totalBytes())
                    .put("sent", source.sent())
                    .put("rejected", source.rejected())
                    .put("gaps", source.gaps())
                    .put("trouble", source.trouble())
                    .put(
                            "lastTime",
                            source.lastTime() == null ? null : source.lastTime().toString())
                    .put("ended", source.ended());
        }
        Path beside = file.resolveSibling("progress.json.new");
        Files.write(beside, JSON.writeValueAsBytes(root));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        written = sources;
        unmoved = 0;
    }
}
