package id.kentongan.allinone;

import static java.util.Objects.requireNonNull;

import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.PartRecord;
import id.kentongan.allinone.instance.PartRecords;
import id.kentongan.allinone.instance.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The launcher as people start it: a process of its own, from its jar. */
final class Launched {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path JAR = TARGET.resolve("launcher-0.1.0-SNAPSHOT.jar");

    private static final int PATIENCE_SECONDS = 90;

    private final List<String> asUser;
    private final Path home;
    private final DataDirectory data;
    private int runs;

    Launched(Path home, Path data, List<String> asUser) {
        this.home = home;
        this.data = new DataDirectory(data);
        this.asUser = asUser;
    }

    /** What a verb said and how it ended. */
    record Answer(int exitCode, String said) {}

    /** An {@code up} that goes on running. */
    record Up(Process process, Path output) {
        String said() throws IOException {
            return Files.readString(output);
        }
    }

    Up up(String... options) throws IOException {
        Up up = begin(options);
        await("up", () -> says(up, "Kentongan is up") || !up.process().isAlive());
        if (!up.process().isAlive()) {
            throw new AssertionError("up ended: " + up.said());
        }
        return up;
    }

    Up begin(String... options) throws IOException {
        Path output = data.root().resolveSibling("up-" + ++runs + ".txt");
        Process process = new ProcessBuilder(command("up", options))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Up(process, output);
    }

    Answer run(String verb, String... options) throws IOException, InterruptedException {
        Path output = data.root().resolveSibling(verb + "-" + ++runs + ".txt");
        Process process = new ProcessBuilder(command(verb, options))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(verb + " did not end: " + Files.readString(output));
        }
        return new Answer(process.exitValue(), Files.readString(output));
    }

    Map<String, PartRecord> parts() {
        return new PartRecords(data).parts().stream().collect(Collectors.toMap(PartRecord::part, Function.identity()));
    }

    RunningProcess processOf(String part) {
        return requireNonNull(parts().get(part), part).process();
    }

    DataDirectory data() {
        return data;
    }

    /** Kills whatever a failed test left, so that it disturbs nobody. */
    void endAll() {
        new PartRecords(data).launcher().ifPresent(it -> it.process().signal("KILL"));
        new PartRecords(data).parts().forEach(it -> it.process().signal("KILL"));
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    static boolean says(Up up, String words) {
        try {
            return up.said().contains(words);
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> command(String verb, String... options) {
        List<String> words = new ArrayList<>(asUser);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkentongan.home=" + home,
                "-cp",
                JAR + ":" + TARGET.resolve("lib") + "/*",
                "id.kentongan.allinone.Kentongan",
                verb,
                "--data",
                data.root().toString()));
        Stream.of(options).forEach(words::add);
        return words;
    }
}
