package id.kentongan.bench.ground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checkout with its built programs. */
public record Home(Path root) {
    private static final String VERSION = "0.1.0-SNAPSHOT";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** What a bench keeps or leaves behind. */
    public Path work() {
        return root.resolve("target/bench");
    }

    /** The module's jar and all its libraries. */
    public String classPath(String module) {
        Path jar = jar(module);
        if (!Files.exists(jar)) {
            throw new BrokenBenchException("not built yet: " + jar);
        }
        return jar + ":" + libraries(module) + "/*";
    }

    public Path jar(String module) {
        String name = module.substring(module.lastIndexOf('/') + 1);
        return root.resolve(module).resolve("target").resolve(name + "-" + VERSION + ".jar");
    }

    public Path libraries(String module) {
        return root.resolve(module).resolve("target/lib");
    }

    /** The words that start a Java program on the JDK that this one runs on. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The same, with a heap of so many MiB and a collector for few cores. */
    public static List<String> java(int heapMib) {
        return List.of(java().toString(), "-Xmx" + heapMib + "m", "-XX:+UseSerialGC");
    }
}
