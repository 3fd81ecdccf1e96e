package id.kentongan.forwarder;

import id.kentongan.standin.StandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Stands in for the forwarder: says at once that its whole source is sent. */
public final class Forwarder {
    private Forwarder() {}

    public static void main(String[] arguments) throws Exception {
        Properties settings = StandIn.settings(arguments[0]);
        Path state = Files.createDirectories(Path.of(settings.getProperty("state.dir")));
        Files.writeString(
                state.resolve("progress.json"),
                "{\"sources\":[{\"name\":\"demo\",\"kind\":\"recorded\",\"readBytes\":9,\"totalBytes\":9,\"sent\":3,"
                        + "\"rejected\":0,\"lastTime\":null,\"ended\":true}]}");
        StandIn.serve(settings.getProperty("metrics.port"), "/metrics", "");
    }
}
