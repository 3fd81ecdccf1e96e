package id.kentongan.forwarder.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint that cannot be read; a person decides what to do. */
public final class DamagedCheckpointException extends IOException {
    DamagedCheckpointException(Path file, Exception cause) {
        super(
                "checkpoint " + file + " is damaged: restore it, or move it away to read its source anew (alerts that"
                        + " are sent twice are told apart later)",
                cause);
    }
}
