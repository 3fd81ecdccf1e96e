package id.kentongan.allinone.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One {@code up} for one data directory. The system lets go of the lock however its holder ends. */
public final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;
    private final PartRecords records;

    private InstanceLock(FileChannel channel, PartRecords records) {
        this.channel = channel;
        this.records = records;
    }

    /** Refused when another process holds it; the message names that process. */
    public static InstanceLock take(DataDirectory data) {
        PartRecords records = new PartRecords(data);
        try {
            FileChannel channel =
                    FileChannel.open(data.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw alreadyRunning(data, records);
            }
            return new InstanceLock(channel, records);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + data.run(), e);
        }
    }

    /** Writes down that this process holds it, for {@code status} and {@code down}. */
    public void sign(Instant now) {
        RunningProcess self = RunningProcess.of(ProcessHandle.current().pid())
                .orElseThrow(() -> new Refused("Cannot read /proc of this process. Kentongan needs Linux with /proc."));
        records.write(new PartRecord(0, PartRecords.LAUNCHER, self, "UP", now, 0, "", "TERM"));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static Refused alreadyRunning(DataDirectory data, PartRecords records) {
        String pid = records.launcher()
                .map(it -> " (process " + it.process().pid() + ")")
                .orElse("");
        return new Refused("Kentongan already runs on " + data.root() + pid
                + ". See ./kentongan status, stop it with ./kentongan down, or run a second one with --data DIR.");
    }

    @Override
    public void close() throws IOException {
        records.remove(PartRecords.LAUNCHER);
        channel.close();
    }
}
