package id.kentongan.job.correlation;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.rulebook.Interest;
import id.kentongan.job.rulebook.Rulebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules without Flink: everything sorted, one runtime, episodes in a map. The oracle of the job's tests too. */
final class PlainCorrelation {
    private final Rulebook rulebook;
    private final List<Match> matches = new ArrayList<>();

    PlainCorrelation(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    List<Match> matches(List<Alert> alerts) {
        try (RuleRuntime runtime = new RuleRuntime(rulebook, matches::add)) {
            alerts.stream().sorted(AlertOrder.INSTANCE).forEach(alert -> judge(runtime, alert));
            long last = alerts.stream()
                    .mapToLong(alert -> alert.time().toEpochMilli())
                    .max()
                    .orElse(0);
            runtime.advanceTo(last + Duration.ofHours(1).toMillis());
        }
        return matches;
    }

    /** Closed and open episodes by key, in order. */
    static Map<String, List<Episode>> episodes(Rulebook rulebook, List<Match> matches) {
        Map<String, List<Episode>> episodes = new TreeMap<>();
        for (Match match : matches) {
            Duration suppressFor = rulebook.rule(match.ruleId()).orElseThrow().suppressFor();
            List<Episode> ofKey = episodes.computeIfAbsent(match.key(), key -> new ArrayList<>());
            int newest = ofKey.size() - 1;
            if (newest >= 0 && ofKey.get(newest).takes(match, suppressFor)) {
                ofKey.set(newest, ofKey.get(newest).plus(match));
            } else {
                ofKey.add(Episode.startedBy(match));
            }
        }
        return episodes;
    }

    private void judge(RuleRuntime runtime, Alert alert) {
        boolean first = true;
        for (Map.Entry<EntityKind, Interest> interest : rulebook.interests().entrySet()) {
            String entity = CopiesForEntities.entity(interest.getKey(), alert);
            if (entity != null && interest.getValue().takes(alert)) {
                runtime.judge(new EntityAlert(interest.getKey(), entity, alert, first));
                first = false;
            }
        }
    }
}
