package id.kentongan.allinone.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that cannot be mistaken for another: a number is used again, a number with its start is not.
 *
 * @param startTicks clock ticks from boot to its start, as in field 22 of {@code /proc/PID/stat}
 * @param boot id of the boot, without which ticks mean nothing
 */
public record RunningProcess(long pid, long startTicks, String boot) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /** The process that has this number now, unless it is gone or only waits to be reaped. */
    public static Optional<RunningProcess> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name in parentheses may hold anything, also spaces and parentheses.
            List<String> afterName =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            boolean gone = afterName.get(0).equals("Z") || afterName.get(0).equals("X");
            return gone
                    ? Optional.empty()
                    : Optional.of(new RunningProcess(
                            pid,
                            Long.parseLong(afterName.get(19)),
                            Files.readString(BOOT_ID).strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Asks the system to send a signal, such as {@code TERM}; says nothing when the process is gone. */
    public void signal(String name) {
        if (!isAlive()) {
            return;
        }
        try {
            // The shell's own kill: Java knows only TERM and KILL, and /bin/kill is not everywhere.
            new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "kill", name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run /bin/sh to signal process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was gone before the time was over. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(time);
        while (isAlive()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }
}
