package id.kentongan.job.casework;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.SourceAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names by which an incident can be followed from agent to agent: source addresses, loopback apart, accounts, files
 * and processes.
 */
final class Traces {
    /** Of one finding or case so many, the newest. */
    static final int MOST = 40;

    private Traces() {}

    static List<String> of(Alert alert) {
        return of(alert.sourceIp(), alert.user(), alert.filePath(), alert.process());
    }

    static List<String> of(Finding finding) {
        return finding.evidence().stream()
                .flatMap((Evidence each) -> of(each.sourceIp(), each.user(), each.filePath(), each.process()).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static List<String> of(
            @Nullable String address, @Nullable String user, @Nullable String filePath, @Nullable String process) {
        List<String> traces = new ArrayList<>();
        if (SourceAddress.isOne(address)) {
            traces.add("address|" + address);
        }
        add(traces, "user|", user);
        add(traces, "file|", filePath);
        add(traces, "process|", process);
        return traces;
    }

    private static void add(List<String> traces, String kind, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            traces.add(kind + name);
        }
    }

    /** Those known, and these seen now; where there are too many, the newest. */
    static Map<String, Long> with(Map<String, Long> known, List<String> now, long time) {
        Map<String, Long> all = new TreeMap<>(known);
        now.forEach(trace -> all.merge(trace, time, Math::max));
        return newest(all);
    }

    static Map<String, Long> with(Map<String, Long> known, Map<String, Long> others) {
        Map<String, Long> all = new TreeMap<>(known);
        others.forEach((trace, time) -> all.merge(trace, time, Math::max));
        return newest(all);
    }

    private static Map<String, Long> newest(Map<String, Long> all) {
        while (all.size() > MOST) {
            String oldest = all.entrySet().stream()
                    .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            all.remove(oldest);
        }
        return all;
    }
}
