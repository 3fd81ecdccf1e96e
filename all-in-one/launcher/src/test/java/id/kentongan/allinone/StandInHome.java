package id.kentongan.allinone;

import static java.util.Objects.requireNonNull;

import id.kentongan.standin.Desk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A checkout as the launcher sees it: Kafka's real class path, and a stand-in for each program of others. */
final class StandInHome {
    private static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();

    private StandInHome() {}

    static Path in(Path folder) throws IOException {
        Path real = Path.of(requireNonNull(System.getProperty("kentongan.root")));
        Path kafka = Files.createDirectories(folder.resolve("all-in-one/kafka/target"));
        Files.createSymbolicLink(kafka.resolve("lib"), real.resolve("all-in-one/kafka/target/lib"));
        Files.createDirectories(folder.resolve("all-in-one/flink/target/lib"));
        Files.createDirectories(folder.resolve("rules"));
        for (String module : new String[] {"wazuh-integration", "flink-job", "triage-desk", "all-in-one/scenario"}) {
            Path target = Files.createDirectories(folder.resolve(module).resolve("target"));
            Files.createDirectories(target.resolve("lib"));
            jar(target.resolve(module.substring(module.lastIndexOf('/') + 1) + "-0.1.0-SNAPSHOT.jar"));
        }
        return folder;
    }

    /** Before the folder is deleted, so that nobody fears for what the link points to. */
    static void unlink(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("all-in-one/kafka/target/lib"));
    }

    private static void jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Desk.class.getName());
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                Stream<Path> classes = Files.walk(TEST_CLASSES)) {
            classes.filter(it -> it.toString().endsWith(".class")).forEach(it -> add(jar, it));
        }
    }

    private static void add(JarOutputStream jar, Path file) {
        try {
            jar.putNextEntry(new JarEntry(TEST_CLASSES.relativize(file).toString()));
            Files.copy(file, jar);
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
