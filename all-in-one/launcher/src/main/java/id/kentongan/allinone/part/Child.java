package id.kentongan.allinone.part;

import id.kentongan.allinone.instance.RunningProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts processes in a session of their own, so that Ctrl-C reaches the launcher alone and it can stop in order. */
final class Child {
    private static final long LOG_KEPT_UNTIL_BYTES = 16L * 1024 * 1024;

    private Child() {}

    /**
     * The process has the number of the command itself: {@code setsid} becomes it instead of starting it.
     * A program that cannot be run ends with exit code 126 or 127 and its reason in the log.
     */
    static Process start(List<String> command, Path log) {
        List<String> inOwnSession = new ArrayList<>(command);
        inOwnSession.add(0, "setsid");
        try {
            putAsideWhenLong(log);
            return new ProcessBuilder(inOwnSession)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new StartFailed("Cannot run setsid (Debian package util-linux): " + e.getMessage(), log);
        }
    }

    static Optional<RunningProcess> identityOf(Process process) {
        return RunningProcess.of(process.pid());
    }

    private static void putAsideWhenLong(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_KEPT_UNTIL_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
