package id.kentongan.bench.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs, and what it has cost so far. Of one that ended, what was last asked. */
public final class Running {
    /** Linux tells the time of processes in hundredths of a second, whatever its own clock. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private final Process process;
    private final Path log;
    private double cpuSeconds;
    private double peakMb;

    Running(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** User and system time of all its threads since it started. */
    public double cpuSeconds() {
        try {
            String stat = Files.readString(proc("stat"));
            String[] behindName =
                    stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
            long ticks = Long.parseLong(behindName[USER]) + Long.parseLong(behindName[SYSTEM]);
            cpuSeconds = Math.max(cpuSeconds, ticks / TICKS_PER_SECOND);
        } catch (IOException e) {
            return cpuSeconds; // ended
        }
        return cpuSeconds;
    }

    /** The most memory that it ever had resident, in MB of 1,000,000 bytes. */
    public double peakResidentMb() {
        try (Stream<String> lines = Files.lines(proc("status"))) {
            lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                    .forEach(peak -> peakMb = Math.max(peakMb, peak));
        } catch (IOException | java.io.UncheckedIOException e) {
            return peakMb; // ended
        }
        return peakMb;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits for its end; gives its exit code. */
    public int exit() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to end, and makes it end after ten seconds. */
    public void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Ends it without a chance to tidy up. */
    void kill() {
        process.destroyForcibly();
    }

    /** What it said. */
    public Path log() {
        return log;
    }

    private Path proc(String what) {
        return Path.of("/proc", Long.toString(process.pid()), what);
    }
}
