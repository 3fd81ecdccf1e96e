package id.kentongan.job.rulebook;

import id.kentongan.standin.StandIn;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for the publisher of the rules: fails where the real one would have nothing to read. */
public final class PublishRules {
    private PublishRules() {}

    public static void main(String[] arguments) throws Exception {
        boolean ready = StandIn.settings(arguments[0]).containsKey("kafka.bootstrap")
                && Files.isDirectory(Path.of(arguments[1]));
        System.exit(ready ? 0 : 1);
    }
}
