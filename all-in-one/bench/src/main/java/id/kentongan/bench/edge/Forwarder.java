package id.kentongan.bench.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.bench.ground.Children;
import id.kentongan.bench.ground.Folder;
import id.kentongan.bench.ground.Home;
import id.kentongan.bench.ground.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Ours, as it is delivered: started by the package's own script. */
record Forwarder(Home home, Children children) implements Shipper {
    private static final String MODULE = "wazuh-integration";

    @Override
    public String name() {
        return "forwarder";
    }

    @Override
    public String settings() {
        return "kind=file on a directory laid out as Wazuh's, `read.bytes-per-second=0`, started by the package's script";
    }

    @Override
    public boolean ready() {
        return !home.classPath(MODULE).isEmpty();
    }

    /** Links the file where Wazuh has it: under the living name and the dated one. */
    @Override
    public Running start(Trip trip) throws IOException {
        Path living = trip.dir().resolve("logs/alerts/alerts.json");
        Path dated = trip.dir().resolve("logs/alerts/2026/Nov/ossec-alerts-23.json");
        Files.createDirectories(dated.getParent());
        Files.createLink(dated, trip.alerts());
        Files.createLink(living, trip.alerts());
        Path settings = Files.writeString(
                trip.dir().resolve("forwarder.properties"),
                String.join(
                        "\n",
                        "kafka.bootstrap=" + trip.bootstrap(),
                        "topic.prefix=" + trip.prefix(),
                        "state.dir=" + trip.dir().resolve("state"),
                        "read.bytes-per-second=0",
                        "source.wazuh.kind=file",
                        "source.wazuh.path=" + trip.dir(),
                        ""));
        Map<String, String> environment = Map.of("PATH", Home.java().getParent() + ":/usr/sbin:/usr/bin:/sbin:/bin");
        return children.start(
                command(trip.dir(), settings), environment, trip.dir().resolve("log"));
    }

    private List<String> command(Path dir, Path settings) throws IOException {
        return List.of(unpacked(dir).toString(), "run", settings.toString());
    }

    private Path script() {
        return home.root().resolve(MODULE).resolve("package/kentongan-forwarder");
    }

    /** Script and libraries as the package lays them: {@code bin} beside {@code lib}. */
    private Path unpacked(Path dir) throws IOException {
        Path bin = Files.createDirectories(dir.resolve("package/bin"));
        Path lib = Files.createDirectories(dir.resolve("package/lib"));
        link(lib, home.jar(MODULE));
        for (Path jar : new Folder(home.libraries(MODULE)).content()) {
            link(lib, jar);
        }
        Path copy = bin.resolve("kentongan-forwarder");
        Files.copy(script(), copy);
        if (!copy.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + copy + " a program");
        }
        return copy;
    }

    private static void link(Path lib, Path jar) throws IOException {
        Path name = lib.resolve(jar.getFileName());
        if (!Files.exists(name)) {
            Files.createSymbolicLink(name, jar);
        }
    }

    @Override
    public boolean saysDone(Trip trip) throws IOException {
        return sent(trip) >= trip.lines();
    }

    /** Lines that Kafka has acknowledged, as the program itself says; half a second old at most. */
    static long sent(Trip trip) throws IOException {
        Path progress = trip.dir().resolve("state/progress.json");
        if (!Files.exists(progress)) {
            return 0;
        }
        JsonNode source = new ObjectMapper()
                .readTree(Files.readAllBytes(progress))
                .path("sources")
                .path(0);
        return source.path("sent").asLong() + source.path("rejected").asLong();
    }
}
