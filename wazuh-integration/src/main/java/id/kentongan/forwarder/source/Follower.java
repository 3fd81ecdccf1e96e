package id.kentongan.forwarder.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a living alerts.json. Wazuh swaps it at midnight by unlink and link: the open file is finished first, then
 * the new one is read from its beginning. A file that was cut short is read anew.
 *
 * <p>Not here yet: days that were missed while the forwarder was down lie in dated files beside, some compressed. The
 * place to look for them is {@link #open()}, before the present file is opened.
 */
public final class Follower implements Source {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final List<String> BELOW = List.of("logs/alerts/alerts.json", "alerts/alerts.json", "alerts.json");

    private final Path path;
    private final Clock clock;
    private @Nullable Position last;
    private @Nullable LiveFile file;
    private @Nullable Instant leavingSince;
    private volatile long readBytes;
    private volatile long totalBytes;

    /**
     * Opens the source behind {@code last}, or at the beginning of the present file.
     *
     * @param path the file, or a directory of Wazuh that has it below
     */
    public Follower(Path path, @Nullable Position last, Clock clock) {
        this.path = path;
        this.last = last;
        this.clock = clock;
    }

    @Override
    public @Nullable Reading next() throws IOException {
        LiveFile current = file == null ? open() : file;
        if (current == null) {
            return null;
        }
        Line line = current.next();
        if (line == null) {
            line = atTheEnd(current);
        }
        measure();
        if (line != null) {
            leavingSince = null;
        }
        return line;
    }

    private @Nullable LiveFile open() throws IOException {
        file = LiveFile.open(alertsFile(), last, clock.instant());
        return file;
    }

    private @Nullable Line atTheEnd(LiveFile current) throws IOException {
        if (current.truncated()) {
            leave(current);
            return null;
        }
        String there = LiveFile.inode(alertsFile());
        if (there == null || there.equals(current.inode())) {
            leavingSince = null;
            return null;
        }
        Instant now = clock.instant();
        if (leavingSince == null) {
            leavingSince = now; // a last write may still be on its way into the old file
        }
        if (now.isBefore(leavingSince.plus(GRACE))) {
            return null;
        }
        Line rest = current.rest();
        leave(current);
        return rest;
    }

    private void leave(LiveFile current) throws IOException {
        current.close();
        file = null;
        last = null;
        leavingSince = null;
    }

    private Path alertsFile() {
        if (!Files.isDirectory(path)) {
            return path;
        }
        return BELOW.stream()
                .map(path::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(path.resolve(BELOW.get(0)));
    }

    private void measure() throws IOException {
        LiveFile current = file;
        if (current != null) {
            readBytes = current.readUpTo();
            totalBytes = Math.max(readBytes, current.size());
        }
    }

    @Override
    public boolean listening() {
        return file != null;
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void acknowledged(Position position) {
        // Wazuh keeps its own files
    }

    @Override
    public long readBytes() {
        return readBytes;
    }

    @Override
    public long totalBytes() {
        return totalBytes;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
