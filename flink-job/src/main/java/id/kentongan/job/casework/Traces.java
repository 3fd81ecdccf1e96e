package id.kentongan.job.casework;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.job.intake.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names by which an incident can be followed from agent to agent: source addresses, loopback apart, accounts, files
 * and processes.
 */
final class Traces {
    /** Of one finding or case so many, the newest. */
    static final int MOST = 40;

    private Traces() {}

    static List<String> of(Finding finding) {
        return finding.evidence().stream()
                .flatMap((Evidence each) -> Names.of(each).stream())
                .distinct()
                .limit(MOST)
                .toList();
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
