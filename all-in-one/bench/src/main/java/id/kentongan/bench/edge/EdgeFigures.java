package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Quantiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured.
 *
 * @param missing shippers that could not be had, each with the reason
 */
public record EdgeFigures(
        long bytes,
        long alerts,
        int rounds,
        List<Run> runs,
        Map<String, String> missing,
        Following.Result following,
        HookCost.Result hook,
        String loadAfter) {
    static final List<String> SHIPPERS = List.of("kcat", "rsyslog", "syslog-ng", "forwarder");

    public EdgeFigures {
        runs = List.copyOf(runs);
        missing = Map.copyOf(missing);
    }

    /** False when an alert of ours was lost, doubled or changed. */
    public boolean sound() {
        return runs.stream().filter(run -> run.shipper().equals("forwarder")).allMatch(Run::sound);
    }

    /** Median over the runs in which all arrived; null without one. */
    @Nullable
    Double median(String shipper, ToDoubleFunction<Run> figure) {
        List<Double> values = runs.stream()
                .filter(run -> run.shipper().equals(shipper) && run.sound())
                .map(run -> figure.applyAsDouble(run))
                .toList();
        return values.isEmpty() ? null : Quantiles.of(values).median();
    }

    @Nullable
    Double rate(String shipper) {
        return median(shipper, Run::alertsPerSecond);
    }

    /** Our rate over theirs; null when one of them is not known. */
    @Nullable
    Double against(String shipper) {
        Double ours = rate("forwarder");
        Double theirs = rate(shipper);
        return ours == null || theirs == null ? null : ours / theirs;
    }

    /** The same for the second half of the alerts alone. */
    @Nullable
    Double secondHalfAgainst(String shipper) {
        Double ours = median("forwarder", Run::secondHalfPerSecond);
        Double theirs = median(shipper, Run::secondHalfPerSecond);
        return ours == null || theirs == null ? null : ours / theirs;
    }

    /** The greatest of all runs, MB. */
    @Nullable
    Double residentMb() {
        List<Double> peaks = runs.stream()
                .filter(run -> run.shipper().equals("forwarder"))
                .map(Run::peakMb)
                .toList();
        return peaks.isEmpty() ? null : Quantiles.of(peaks).greatest();
    }

    /** For programs: every figure by its name, null where it is not known. */
    public Map<String, @Nullable Object> named() {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        named.put("vs_kcat", against("kcat"));
        named.put("vs_rsyslog", against("rsyslog"));
        named.put("vs_syslog_ng", against("syslog-ng"));
        named.put("vs_kcat_second_half", secondHalfAgainst("kcat"));
        named.put("vs_rsyslog_second_half", secondHalfAgainst("rsyslog"));
        for (String shipper : SHIPPERS) {
            named.put(key(shipper) + "_per_second", rate(shipper));
            named.put(key(shipper) + "_second_half_per_second", median(shipper, Run::secondHalfPerSecond));
        }
        named.put("rss_mb", residentMb());
        named.put("idle_cpu_percent", following.idleCpuPercent());
        named.put("hook_vs_builtin", hook.worst());
        named.put("hook_vs_read_and_append", hook.worstAgainstReading());
        named.put("hook_vs_builtin_dash", hook.ratio(HookCost.HOOK, HookCost.BUILTIN_ON_DASH));
        named.put("hook_vs_builtin_bash", hook.ratio(HookCost.HOOK, HookCost.BUILTIN_ON_BASH));
        named.put("hook_run_by_dash_vs_builtin_dash", hook.ratio(HookCost.HOOK_ON_DASH, HookCost.BUILTIN_ON_DASH));
        named.put("hook_cpu_ms", hook.cpu());
        named.put("hook_60k_ms", hook.longWall());
        named.put("hook_60k_cpu_ms", hook.longCpu());
        named.put("latency_p50_ms", following.p50Millis());
        named.put("latency_p99_ms", following.p99Millis());
        named.put("broker_cpu_seconds", bySeconds(Run::brokerCpuSeconds));
        named.put("shipper_cpu_seconds", bySeconds(Run::cpuSeconds));
        named.put("alerts", alerts);
        named.put("bytes", bytes);
        named.put("rounds", rounds);
        named.put("load_average", loadAfter);
        named.put("sound", sound());
        named.put("missing", missing);
        return named;
    }

    private Map<String, @Nullable Double> bySeconds(ToDoubleFunction<Run> figure) {
        Map<String, @Nullable Double> seconds = new LinkedHashMap<>();
        SHIPPERS.forEach(shipper -> seconds.put(key(shipper), median(shipper, figure)));
        return seconds;
    }

    private static String key(String shipper) {
        return shipper.replace('-', '_');
    }
}
