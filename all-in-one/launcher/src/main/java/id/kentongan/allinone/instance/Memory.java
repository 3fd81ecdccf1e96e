package id.kentongan.allinone.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Main memory that processes hold, from {@code /proc}. */
public final class Memory {
    private Memory() {}

    /**
     * Bytes of the process with its children. Of the children only their own pages count: what they share with their
     * parent is in the parent's figure already. 0 for a process that is gone.
     */
    public static long of(long pid) {
        long children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(it -> kilobytes(it.pid(), "RssAnon:"))
                .sum();
        return ofAlone(pid) + children * 1024;
    }

    /** Bytes of the process without its children. */
    public static long ofAlone(long pid) {
        return kilobytes(pid, "VmRSS:") * 1024;
    }

    private static long kilobytes(long pid, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(it -> it.startsWith(field))
                    .flatMap(it -> Arrays.stream(
                                    it.substring(field.length()).strip().split(" ", -1))
                            .limit(1))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
