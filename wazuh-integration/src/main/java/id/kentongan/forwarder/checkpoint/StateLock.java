package id.kentongan.forwarder.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by whoever may write below the state directory; the kernel lets go of it when its holder dies. */
public final class StateLock implements Closeable {
    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Null when somebody else holds it.
     *
     * @throws IOException when the directory is not there or not ours
     */
    public static @Nullable StateLock take(Path stateDir) throws IOException {
        FileChannel channel =
                FileChannel.open(stateDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new StateLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held within this process: the same as held by another
        }
        channel.close();
        return null;
    }

    /** As {@link #take(Path)}, where it must be free. */
    public static StateLock only(Path stateDir) throws IOException {
        StateLock lock = take(stateDir);
        if (lock == null) {
            throw new IOException("another forwarder works on " + stateDir + ": stop it, or give another state.dir");
        }
        return lock;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("expected to close the lock, got a failure", e);
        }
    }
}
