package id.kentongan.job.correlation;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.Needs;
import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.rulechange.RuleHistory.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules without Flink: everything sorted, one runtime, episodes in a map. The oracle of the job's tests too. */
final class PlainCorrelation {
    private final RuleHistory rules = new RuleHistory();
    private final List<Match> matches = new ArrayList<>();

    PlainCorrelation(List<RuleRecord> records) {
        records.forEach(record -> rules.add(new DatedRule(record, Long.MIN_VALUE, Long.MIN_VALUE)));
    }

    List<Match> matches(List<Alert> alerts) {
        try (RuleRuntime runtime = new RuleRuntime(new Hears())) {
            rules.inForceAt(0).forEach(runtime::deploy);
            Map<EntityKind, Needs> needs = rules.needsAt(0);
            alerts.stream().sorted(AlertOrder.INSTANCE).forEach(alert -> judge(runtime, needs, alert));
            long last = alerts.stream()
                    .mapToLong(alert -> alert.time().toEpochMilli())
                    .max()
                    .orElse(0);
            runtime.advanceTo(last + Duration.ofHours(1).toMillis());
        }
        return matches;
    }

    /** Closed and open episodes by key, in order. */
    static Map<String, List<Episode>> episodes(List<Match> matches) {
        Map<String, List<Episode>> episodes = new TreeMap<>();
        for (Match match : matches) {
            List<Episode> ofKey = episodes.computeIfAbsent(match.key(), key -> new ArrayList<>());
            int newest = ofKey.size() - 1;
            if (newest >= 0 && ofKey.get(newest).takes(match)) {
                ofKey.set(newest, ofKey.get(newest).plus(match));
            } else {
                ofKey.add(Episode.startedBy(match));
            }
        }
        return episodes;
    }

    private static void judge(RuleRuntime runtime, Map<EntityKind, Needs> needs, Alert alert) {
        for (Map.Entry<EntityKind, Needs> need : needs.entrySet()) {
            EntityAlert copy = EntityAlert.of(need.getKey(), alert);
            if (copy != null && need.getValue().horizon(alert) != Needs.NOT) {
                runtime.judge(copy);
            }
        }
    }

    private final class Hears implements RuleRuntime.Listener {
        @Override
        public void matched(Match match) {
            matches.add(match);
        }

        @Override
        public void brokeDown(Version version, Throwable why) {
            throw new AssertionError(version.rule().slug() + " broke down", why);
        }
    }
}
