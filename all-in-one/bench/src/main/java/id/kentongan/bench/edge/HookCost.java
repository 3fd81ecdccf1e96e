package id.kentongan.bench.edge;

import id.kentongan.bench.ground.BrokenBenchException;
import id.kentongan.bench.ground.Home;
import id.kentongan.bench.ground.Quantiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CPU that one call of the hook takes, beside scripts that do less. Calls are made in batches that take turns; of each
 * the median batch counts. The time is that of the called program alone, with its start, as the calling shell is told.
 */
final class HookCost {
    static final String HOOK = "hook, as installed";
    static final String HOOK_ON_DASH = "hook, run by dash";
    static final String BUILTIN_ON_DASH = "one builtin append, dash";
    static final String BUILTIN_ON_BASH = "one builtin append, bash as sh";
    static final String READ_ON_DASH = "read and append, dash";
    static final String READ_ON_BASH = "read and append, bash as sh";

    private static final int ALERT = 1_400;
    private static final int LONG_ALERT = 60_000;
    private static final int BATCH = 50;
    private static final int BATCHES = 10;
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

    /**
     * What was measured, per call, in milliseconds.
     *
     * @param cpu by contender, at 1.4 KB
     */
    record Result(Map<String, Double> cpu, double longWall, double longCpu) {
        @Nullable
        Double ratio(String one, String other) {
            Double above = cpu.get(one);
            Double below = cpu.get(other);
            return above == null || below == null ? null : above / below;
        }

        /** Of the hook as installed, against one append that reads nothing; on the shell that is harder to beat. */
        @Nullable
        Double worst() {
            return worst(BUILTIN_ON_DASH, BUILTIN_ON_BASH);
        }

        /** The same against the least script that carries the alert: one read of its file, one append. */
        @Nullable
        Double worstAgainstReading() {
            return worst(READ_ON_DASH, READ_ON_BASH);
        }

        private @Nullable Double worst(String onDash, String onBash) {
            Double dash = ratio(HOOK, onDash);
            Double bash = ratio(HOOK, onBash);
            if (dash == null) {
                return bash;
            }
            return bash == null ? dash : Double.valueOf(Math.max(dash, bash));
        }
    }

    private final Path hook;
    private final Path dir;

    HookCost(Home home, Path dir) {
        this.hook = home.root().resolve("wazuh-integration/hook/custom-kentongan");
        this.dir = dir;
    }

    Result measure() throws IOException, InterruptedException {
        Files.createDirectories(dir);
        Map<String, List<String>> contenders = contenders();
        Map<String, List<Double>> batches = new HashMap<>();
        for (int batch = 0; batch <= BATCHES; batch++) {
            for (Map.Entry<String, List<String>> each : contenders.entrySet()) {
                double millis = cpuMillis(each.getValue(), BATCH) / BATCH;
                if (batch > 0) { // the first one warms up
                    batches.computeIfAbsent(each.getKey(), it -> new ArrayList<>())
                            .add(millis);
                }
            }
        }
        Map<String, Double> cpu = new LinkedHashMap<>();
        contenders
                .keySet()
                .forEach(name -> cpu.put(
                        name,
                        Quantiles.of(batches.getOrDefault(name, List.of())).median()));
        List<String> longCall = List.of(hook.toString(), alert(LONG_ALERT).toString(), "", spool("long"));
        long since = System.nanoTime();
        double longCpu = cpuMillis(longCall, BATCH) / BATCH;
        return new Result(cpu, (System.nanoTime() - since) / 1e6 / BATCH, longCpu);
    }

    private Map<String, List<String>> contenders() throws IOException {
        Path alert = alert(ALERT);
        Path builtin = Files.writeString(dir.resolve("builtin.sh"), "printf '%s\\n' '" + text(ALERT) + "' >>\"$1\"\n");
        Path reading = Files.writeString(
                dir.resolve("reading.sh"), "IFS= read -r line <\"$1\"\nprintf '%s\\n' \"$line\" >>\"$2\"\n");
        Map<String, List<String>> contenders = new LinkedHashMap<>();
        contenders.put(HOOK, List.of(hook.toString(), alert.toString(), "", spool("hook")));
        Path dash = Path.of("/bin/dash");
        if (Files.exists(dash)) {
            String sh = as(dash, "dash");
            contenders.put(HOOK_ON_DASH, List.of(sh, hook.toString(), alert.toString(), "", spool("hook-dash")));
            contenders.put(BUILTIN_ON_DASH, List.of(sh, builtin.toString(), spool("builtin-dash")));
            contenders.put(READ_ON_DASH, List.of(sh, reading.toString(), alert.toString(), spool("reading-dash")));
        }
        String bash = as(Path.of("/bin/bash"), "bash");
        contenders.put(BUILTIN_ON_BASH, List.of(bash, builtin.toString(), spool("builtin-bash")));
        contenders.put(READ_ON_BASH, List.of(bash, reading.toString(), alert.toString(), spool("reading-bash")));
        return contenders;
    }

    /** The shell under the name sh, as a system whose sh it is would call it. */
    private String as(Path shell, String name) throws IOException {
        Path sh = Files.createDirectories(dir.resolve(name)).resolve("sh");
        Files.deleteIfExists(sh);
        return Files.createSymbolicLink(sh, shell).toString();
    }

    private String spool(String name) throws IOException {
        Path spool = dir.resolve(name + ".spool");
        Files.deleteIfExists(spool);
        return spool.toString();
    }

    private Path alert(int bytes) throws IOException {
        return Files.writeString(dir.resolve(bytes + ".alert"), text(bytes) + "\n");
    }

    private static String text(int bytes) {
        String start = "{\"timestamp\":\"2026-11-02T08:00:00.000+0700\",\"agent\":{\"id\":\"001\"},\"full_log\":\"";
        return start + "x".repeat(bytes - start.length() - 2) + "\"}";
    }

    /** Bash tells the time of those it waited for to a thousandth of a second, dash only to a hundredth. */
    private double cpuMillis(List<String> call, int times) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", "for ((i = 0; i < " + times + "; i++)); do \"$@\" || exit; done; times", "-"));
        command.addAll(call);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BrokenBenchException("a call failed: " + call + " " + said);
        }
        return millisOfChildren(said);
    }

    /** The second of two lines {@code 0m0.001s 0m0.002s}, user and system time. */
    static double millisOfChildren(String times) {
        List<String> lines = times.strip().lines().toList();
        Matcher matcher = TIME.matcher(lines.get(lines.size() - 1));
        if (!matcher.matches()) {
            throw new BrokenBenchException("expected the shell's times, got " + times);
        }
        double user = Integer.parseInt(matcher.group(1)) * 60 + Double.parseDouble(matcher.group(2));
        double system = Integer.parseInt(matcher.group(3)) * 60 + Double.parseDouble(matcher.group(4));
        return (user + system) * 1000;
    }
}
