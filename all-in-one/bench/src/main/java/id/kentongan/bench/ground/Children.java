package id.kentongan.bench.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts programs and ends those that still run when the bench ends, however it ends. */
public final class Children implements AutoCloseable {
    private final Set<Process> all = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(this::endAll, "end-children");

    public Children() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a program whose both outputs go to {@code log}. */
    public Running start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        all.add(process);
        return new Running(process, log);
    }

    /** Runs a program to its end; false when it failed. */
    public boolean run(List<String> command, Path log) throws IOException, InterruptedException {
        Running running = start(command, Map.of(), log);
        return running.exit() == 0;
    }

    private void endAll() {
        all.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        endAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
