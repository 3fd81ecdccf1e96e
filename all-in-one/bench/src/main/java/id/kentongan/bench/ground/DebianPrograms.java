package id.kentongan.bench.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Programs out of Debian's packages. What is not installed is fetched and unpacked beside, with the libraries that it
 * needs: rsyslog and syslog-ng exclude each other, and neither should become this machine's own log daemon.
 */
public final class DebianPrograms {
    private static final Path SYSTEM = Path.of("/");

    private final Children children;
    private final Path dir;
    private final Path root;
    private final Path log;

    public DebianPrograms(Children children, Path dir) {
        this.children = children;
        this.dir = dir;
        this.root = dir.resolve("root");
        this.log = dir.resolve("apt.log");
    }

    /** Fetches the packages unless {@code file} is there already; false when that fails. */
    public boolean fetch(String file, String... packages) throws IOException, InterruptedException {
        if (find(file) != null) {
            return true;
        }
        Files.createDirectories(root);
        try {
            List<String> wanted = missing(packages);
            if (wanted.isEmpty() && children.run(List.of("apt-get", "update"), log)) {
                wanted = missing(packages); // a machine that never asked before
            }
            return !wanted.isEmpty() && unpack(wanted) && find(file) != null;
        } catch (IOException e) {
            Files.writeString(log, "no apt-get here: " + e + "\n");
            return false;
        }
    }

    /** The packages and all below them that are not installed. */
    private List<String> missing(String... packages) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("apt-get", "-s", "install", "--no-install-recommends"));
        command.addAll(List.of(packages));
        Process asked = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        String plan = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return plan.lines()
                .filter(line -> line.startsWith("Inst "))
                .map(line -> line.split(" ", 3)[1])
                .toList();
    }

    private boolean unpack(List<String> packages) throws IOException, InterruptedException {
        Path fetched = Files.createTempDirectory(dir, "fetched");
        List<String> download =
                new ArrayList<>(List.of("sh", "-c", "cd \"$0\" && exec apt-get download \"$@\"", fetched.toString()));
        download.addAll(packages);
        boolean done = children.run(download, log);
        for (Path file : new Folder(fetched).content()) {
            done &= children.run(List.of("dpkg-deb", "-x", file.toString(), root.toString()), log);
            Files.delete(file);
        }
        Files.delete(fetched);
        return done;
    }

    /** The file of that path below the root, unpacked or installed; one {@code *} may stand for a directory. */
    public @Nullable Path find(String file) throws IOException {
        int star = file.indexOf("*/");
        for (Path base : List.of(root, SYSTEM)) {
            List<Path> candidates = star < 0
                    ? List.of(base.resolve(file))
                    : new Folder(base.resolve(file.substring(0, star)))
                            .content().stream()
                                    .map(each -> each.resolve(file.substring(star + 2)))
                                    .toList();
            for (Path candidate : candidates) {
                if (Files.exists(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** What an unpacked program needs to find its libraries. */
    public Map<String, String> environment() throws IOException {
        List<String> places = new ArrayList<>();
        for (String lib : List.of("usr/lib", "lib")) {
            for (Path below : new Folder(root.resolve(lib)).content()) {
                places.add(below.toString());
            }
        }
        return places.isEmpty() ? Map.of() : Map.of("LD_LIBRARY_PATH", String.join(":", places));
    }

    /** What was said while fetching. */
    public Path log() {
        return log;
    }
}
