package id.kentongan.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which addresses a process listens on, as Linux tells it. */
final class Listening {
    private static final String LISTEN = "0A";
    /** 127.0.0.1, the same inside IPv6, and ::1, in the kernel's byte order. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    private Listening() {}

    /** Hexadecimal {@code address:port} of every listening TCP socket of this process that is not on loopback. */
    static List<String> beyondLoopback(ProcessHandle process) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        Set<String> sockets = sockets(proc.resolve("fd"));
        List<String> found = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                boolean listens = columns.length > 9 && columns[3].equals(LISTEN) && sockets.contains(columns[9]);
                if (listens && !LOOPBACK.contains(columns[1].substring(0, columns[1].indexOf(':')))) {
                    found.add(columns[1]);
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(Listening::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed since it was listed
        }
    }
}
