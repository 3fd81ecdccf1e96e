package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout with its built programs. */
public record Home(Path root) {
    private static final String VERSION = "0.1.0-SNAPSHOT";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** Refused with everything that is missing, at once. */
    public void requireBuilt() {
        List<Path> missing = Stream.of(
                        libraries("all-in-one/kafka"),
                        libraries("all-in-one/flink"),
                        jar("wazuh-integration"),
                        jar("flink-job"),
                        jar("triage-desk"),
                        root.resolve("rules"))
                .filter(it -> !Files.exists(it))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused("Not built yet: " + missing + ". Run ./kentongan up, which builds first.");
        }
    }

    Path jar(String module) {
        String name = module.substring(module.lastIndexOf('/') + 1);
        return root.resolve(module).resolve("target").resolve(name + "-" + VERSION + ".jar");
    }

    Path libraries(String module) {
        return root.resolve(module).resolve("target/lib");
    }

    /** Everything in the module's library folder, as a class path entry. */
    String allLibraries(String module) {
        return libraries(module) + "/*";
    }

    Path rules() {
        return root.resolve("rules");
    }
}
