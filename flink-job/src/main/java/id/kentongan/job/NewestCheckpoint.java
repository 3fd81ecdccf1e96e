package id.kentongan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds where to go on: the newest completed checkpoint. A checkpoint is complete when its {@code _metadata} is
 * there; each start of the job writes below a folder of its own, so the time of that file tells which is newest.
 */
final class NewestCheckpoint {
    private static final int DEPTH = 3;

    private NewestCheckpoint() {}

    static Optional<Path> under(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparing(NewestCheckpoint::written))
                    .map(Path::getParent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
