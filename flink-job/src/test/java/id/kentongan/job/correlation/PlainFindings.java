package id.kentongan.job.correlation;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The findings that the job must tell, by Esper alone on sorted alerts and episodes in a loop: an oracle without Flink. */
public final class PlainFindings {
    private static final long MINUTE = 60_000;

    /** A version of a finding, and the moment of event time at which it leaves. */
    public record Told(Instant at, Finding finding) {}

    private PlainFindings() {}

    /** Every version in the order of leaving, of one moment by id. */
    public static List<Told> told(List<RuleRecord> rules, List<Alert> alerts) {
        return told(new PlainCorrelation(rules).matches(alerts));
    }

    /** The rules before hold for what matches before {@code effectiveFrom}; those after, warmed by all, from then on. */
    public static List<Told> told(
            List<RuleRecord> before, List<RuleRecord> after, Instant effectiveFrom, List<Alert> alerts) {
        List<Match> matches = new ArrayList<>();
        new PlainCorrelation(before)
                .matches(alerts).stream()
                        .filter(match -> match.time().isBefore(effectiveFrom))
                        .forEach(matches::add);
        new PlainCorrelation(after)
                .matches(alerts).stream()
                        .filter(match -> !match.time().isBefore(effectiveFrom))
                        .forEach(matches::add);
        return told(matches);
    }

    private static List<Told> told(List<Match> matches) {
        Map<String, TreeMap<Long, List<Match>>> byKey = new LinkedHashMap<>();
        matches.forEach(match -> byKey.computeIfAbsent(match.key(), key -> new TreeMap<>())
                .computeIfAbsent(match.time().toEpochMilli(), time -> new ArrayList<>())
                .add(match));
        List<Told> told = new ArrayList<>();
        byKey.forEach((key, moments) -> new OneKey(key, told).take(moments));
        told.sort(Comparator.comparing(Told::at)
                .thenComparing(one -> one.finding().id()));
        return told;
    }

    /** The episodes of one rule and entity. */
    private static final class OneKey {
        private final String key;
        private final List<Told> told;
        private @Nullable Episode episode;
        private @Nullable Long due;

        OneKey(String key, List<Told> told) {
            this.key = key;
            this.told = told;
        }

        void take(SortedMap<Long, List<Match>> moments) {
            moments.forEach((time, matches) -> {
                if (due != null && due < time) {
                    tell(due);
                }
                matches.forEach(this::take);
                if (due != null && time % MINUTE == 0) {
                    tell(time);
                }
            });
            if (due != null) {
                tell(due);
            }
        }

        private void take(Match match) {
            long time = match.time().toEpochMilli();
            if (episode == null || !episode.takes(match)) {
                episode = Episode.startedBy(match);
                told.add(new Told(match.time(), TellsFindings.finding(key, episode)));
            } else if (!episode.knows(match)) {
                episode = episode.plus(match);
                due = due == null ? (Long) ((time / MINUTE + 1) * MINUTE) : due;
            }
        }

        private void tell(long time) {
            told.add(new Told(Instant.ofEpochMilli(time), TellsFindings.finding(key, episode)));
            due = null;
        }
    }
}
