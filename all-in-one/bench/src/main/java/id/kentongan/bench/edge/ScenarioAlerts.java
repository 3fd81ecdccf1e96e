package id.kentongan.bench.edge;

import id.kentongan.bench.ground.BrokenBenchException;
import id.kentongan.bench.ground.Children;
import id.kentongan.bench.ground.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** So many MB of the demo's alerts in one file, cut at a line's end; made once and kept. */
final class ScenarioAlerts {
    private static final int AGENTS = 200;
    private static final int LEAST_BYTES_PER_ALERT = 780;
    private static final int LONGEST_LINE = 1 << 16;

    private final Home home;
    private final Children children;

    ScenarioAlerts(Home home, Children children) {
        this.home = home;
        this.children = children;
    }

    static Path file(Home home, int megabytes) {
        return home.work().resolve("alerts-" + megabytes + "mb.json");
    }

    /** Writes the file unless it is there. */
    Path make(int megabytes) throws IOException, InterruptedException {
        Path file = file(home, megabytes);
        if (Files.exists(file)) {
            return file;
        }
        Path dir = Files.createDirectories(home.work().resolve("scenario"));
        List<String> command = new ArrayList<>(Home.java(256));
        long bytes = megabytes * 1_000_000L;
        command.addAll(List.of("-cp", home.classPath("all-in-one/scenario"), "id.kentongan.scenario.Scenario"));
        command.addAll(List.of("--out", dir.toString(), "--agents", Integer.toString(AGENTS)));
        command.addAll(List.of("--rate", Long.toString(bytes / LEAST_BYTES_PER_ALERT)));
        Path log = home.work().resolve("scenario.log");
        if (!children.run(command, log)) {
            throw new BrokenBenchException("cannot write the scenario; see " + log);
        }
        Path written = dir.resolve("alerts.json");
        cut(written, bytes);
        return Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void cut(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < bytes) {
                throw new BrokenBenchException("expected a scenario of " + bytes + " bytes, got " + channel.size());
            }
            ByteBuffer end = ByteBuffer.allocate(LONGEST_LINE);
            channel.read(end, bytes - LONGEST_LINE);
            int last = LONGEST_LINE - 1;
            while (end.get(last) != '\n') {
                last--;
            }
            channel.truncate(bytes - LONGEST_LINE + last + 1);
        }
    }
}
