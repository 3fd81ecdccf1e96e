package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.intake.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many findings the rows of a rule become: a row of the same entity within {@code suppress_for} of the last one
 * continues the finding; each alert counts once in it, under the step of its first appearance.
 */
record FoldsRows(int findings, Map<String, Long> steps) {
    private static final Duration AFTERWARDS = Duration.ofHours(1);

    static FoldsRows of(CheckedRule rule, List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return new FoldsRows(0, Map.of());
        }
        List<Long> times = alerts.stream()
                .map(alert -> alert.time().toEpochMilli())
                .sorted()
                .toList();
        long end = times.get(times.size() - 1) + AFTERWARDS.toMillis();
        try (TriesRule engine = new TriesRule(rule)) {
            return fold(
                    engine.judge(alerts, times.get(0), end),
                    requireNonNull(rule.rule(), "rule").suppressFor().toMillis());
        }
    }

    private static FoldsRows fold(List<TriesRule.Row> rows, long suppressFor) {
        Map<String, Long> last = new HashMap<>();
        Map<String, Set<String>> counted = new HashMap<>();
        Map<String, Long> steps = new TreeMap<>();
        List<String> findings = new ArrayList<>();
        for (TriesRule.Row row : rows) {
            Long before = last.put(row.entity(), row.time());
            if (before == null || row.time() > before + suppressFor) {
                findings.add(row.entity());
                counted.put(row.entity(), new HashSet<>());
            }
            Set<String> known = requireNonNull(counted.get(row.entity()), "counted");
            row.alerts().stream()
                    .filter(one -> known.add(one.alert().key()))
                    .forEach(one -> steps.merge(one.step(), 1L, Long::sum));
        }
        return new FoldsRows(findings.size(), steps);
    }
}
