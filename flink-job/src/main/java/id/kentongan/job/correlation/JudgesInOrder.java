package id.kentongan.job.correlation;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.Needs;
import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.rulechange.RuleHistory.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules without Flink, for recorded alerts: one runtime, episodes in a map. Alerts must come in order of time; it tells
 * what the job tells of them.
 */
public final class JudgesInOrder implements AutoCloseable {
    private static final long MINUTE = 60_000;

    /** Hears each version of a finding, with the event time at which it leaves. */
    public interface Hears {
        void told(Finding finding, long at);
    }

    private final RuleHistory rules = new RuleHistory();
    private final Map<EntityKind, Needs> needs;
    private final Map<String, Episode> episodes = new HashMap<>();
    private final Map<String, Long> due = new HashMap<>();
    private final TreeMap<Long, TreeSet<String>> dueAt = new TreeMap<>();
    private final RuleRuntime runtime;
    private final Hears hears;

    public JudgesInOrder(List<RuleRecord> records, Hears hears) {
        this.hears = hears;
        records.forEach(record -> rules.add(new DatedRule(record, Long.MIN_VALUE, Long.MIN_VALUE)));
        runtime = new RuleRuntime(new Matches());
        rules.inForceAt(0).forEach(runtime::deploy);
        needs = rules.needsAt(0);
    }

    public void judge(Alert alert) {
        for (Map.Entry<EntityKind, Needs> need : needs.entrySet()) {
            EntityAlert copy = EntityAlert.of(need.getKey(), alert);
            if (copy != null && need.getValue().horizon(alert) != Needs.NOT) {
                tellDue(copy.time() - 1);
                runtime.judge(copy);
            }
        }
    }

    /** Nothing comes any more that happened up to {@code time}. */
    public void advanceTo(long time) {
        runtime.advanceTo(time);
        tellDue(time);
    }

    private void tellDue(long upTo) {
        while (!dueAt.isEmpty() && dueAt.firstKey() <= upTo) {
            Map.Entry<Long, TreeSet<String>> now = dueAt.pollFirstEntry();
            for (String key : now.getValue()) {
                due.remove(key);
                tell(key, now.getKey());
            }
        }
    }

    private void tell(String key, long at) {
        Episode episode = episodes.get(key);
        if (episode != null) {
            hears.told(TellsFindings.finding(key, episode), at);
        }
    }

    private final class Matches implements RuleRuntime.Listener {
        @Override
        public void matched(Match match) {
            long time = match.time().toEpochMilli();
            @Nullable Episode before = episodes.get(match.key());
            if (before == null || !before.takes(match)) {
                flush(match.key());
                episodes.put(match.key(), Episode.startedBy(match));
                tell(match.key(), time);
            } else if (!before.knows(match)) {
                episodes.put(match.key(), before.plus(match));
                long minute = (time / MINUTE + 1) * MINUTE;
                if (due.putIfAbsent(match.key(), minute) == null) {
                    dueAt.computeIfAbsent(minute, any -> new TreeSet<>()).add(match.key());
                }
            }
        }

        private void flush(String key) {
            Long minute = due.remove(key);
            if (minute != null) {
                TreeSet<String> keys = dueAt.get(minute);
                if (keys != null && keys.remove(key) && keys.isEmpty()) {
                    dueAt.remove(minute);
                }
                tell(key, minute);
            }
        }

        @Override
        public void brokeDown(Version version, Throwable why) {
            throw new IllegalStateException(version.rule().slug() + " broke down", why);
        }
    }

    @Override
    public void close() {
        runtime.close();
    }
}
