package id.kentongan.forwarder.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Device and inode number of a file. */
record Inode(long device, long number) {
    /** Of what lies at the path now; null when nothing does. Fails when the path may not be looked at. */
    static @Nullable Inode of(Path path) throws IOException {
        try {
            return new Inode(number(path, "unix:dev"), number(path, "unix:ino"));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static long number(Path path, String attribute) throws IOException {
        return ((Number) Objects.requireNonNull(Files.getAttribute(path, attribute))).longValue();
    }

    String text() {
        return device + ":" + number;
    }
}
