package id.kentongan.job.matrix;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A savepoint that an earlier version of the job wrote thirty minutes into seed 1: the job of today must go on from it.
 * Made with {@code -Dengine.keep=FOLDER} in place of a run (and {@code -Dengine.home}, because it holds paths); it holds places in topics, so the run that reads it first
 * fills the topics up with words of the sources, and all alerts lie behind those places.
 */
final class KeptSavepoint {
    private KeptSavepoint() {}

    static boolean isToBeMade() {
        return System.getProperty("engine.keep") != null;
    }

    /** Keeps a copy of it, and answers with itself. */
    static String make(String savepoint) throws IOException {
        copy(Path.of(URI.create(savepoint).getPath()), Path.of(System.getProperty("engine.keep")));
        return savepoint;
    }

    /** A copy, because the job may take it for its own and delete it. */
    static String copiedTo(String folder) throws IOException, URISyntaxException {
        Path kept = Path.of(Objects.requireNonNull(KeptSavepoint.class.getResource("/matrix/savepoint"))
                .toURI());
        Path copy = Path.of(URI.create(folder).getPath()).resolve("kept");
        copy(kept, copy);
        return "file:" + copy.toAbsolutePath();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> files;
        try (Stream<Path> list = Files.list(from)) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName().toString()));
        }
    }
}
