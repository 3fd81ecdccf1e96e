package id.kentongan.bench.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a bench ran and on what code.
 *
 * @param load the machine's load average of one, five and fifteen minutes before the bench began
 */
public record Machine(
        String processor, int cores, long memoryMb, String system, String java, String commit, String load) {

    public static Machine here(Home home) throws IOException {
        return new Machine(
                valueOf(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(valueOf(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", ""))
                        * 1024
                        / 1_000_000,
                valueOf(Path.of("/etc/os-release"), "PRETTY_NAME").replace("\"", "") + ", Linux "
                        + System.getProperty("os.version"),
                System.getProperty("java.vm.version"),
                commit(home.root()),
                loadAverage());
    }

    /** Of one, five and fifteen minutes. */
    public static String loadAverage() throws IOException {
        String[] words = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
        return words[0] + " " + words[1] + " " + words[2];
    }

    private static String valueOf(Path file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceFirst("^[^:=]*[:=]", "").strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static String commit(Path root) throws IOException {
        String head = said(root, "git", "rev-parse", "--short=12", "HEAD");
        if (head.isEmpty()) {
            return "unknown";
        }
        boolean changed = !said(root, "git", "status", "--porcelain", "--untracked-files=no", "--", ":!docs/bench")
                .isEmpty();
        return changed ? head + " with changes" : head;
    }

    private static String said(Path root, String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return ""; // no git here
        }
    }
}
