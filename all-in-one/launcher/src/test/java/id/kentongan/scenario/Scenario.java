package id.kentongan.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands in for the generator of the demo. */
public final class Scenario {
    private Scenario() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Path out = Files.createDirectories(Path.of(words.get(words.indexOf("--out") + 1)));
        Files.writeString(out.resolve("alerts.json"), "{}\n{}\n{}\n");
    }
}
