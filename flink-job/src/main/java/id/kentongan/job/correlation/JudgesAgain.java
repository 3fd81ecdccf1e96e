package id.kentongan.job.correlation;

import id.kentongan.contracts.FindingMark;
import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.rulechange.RuleHistory.Version;
import id.kentongan.job.settings.RuleBudgets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Judges keys to which late alerts came a second time, beside the runtime at work: once without them, which is what was
 * told, and once with them, which is what is true. Rules that look at none of them stay out of it.
 */
final class JudgesAgain {
    private final RuleHistory history;
    private final PausedRules paused;

    JudgesAgain(RuleHistory history, PausedRules paused) {
        this.history = history;
        this.paused = paused;
    }

    /**
     * What differs, in order of time.
     *
     * @param known all that is kept of the keys, in order
     * @param late what came late, in order, at least one
     * @param upTo as far as was judged
     */
    List<Correction> corrections(List<EntityAlert> known, List<EntityAlert> late, long upTo) throws Exception {
        Predicate<Version> concerned = version -> late.stream()
                .anyMatch(copy -> copy.kind() == version.rule().entity()
                        && version.rule().interest().takes(copy.alert()));
        long before = late.get(0).time() - 1;
        List<EntityAlert> all = new ArrayList<>(known);
        all.addAll(late);
        all.sort(EntityAlert.ORDER);
        return differences(answer(known, concerned, before, upTo), answer(all, concerned, before, upTo));
    }

    private List<Match> answer(List<EntityAlert> alerts, Predicate<Version> concerned, long before, long upTo)
            throws Exception {
        List<Match> matches = new ArrayList<>();
        JudgesThroughChanges through = new JudgesThroughChanges(history, concerned);
        InOrder inOrder = new InOrder(alerts, before);
        PausedRules now = new PausedRules(paused.hashes());
        try (RulesAtWork aside = new RulesAtWork(matches::add, now, status -> {}, RuleBudgets.NONE)) {
            through.start(aside, inOrder, before);
            through.judge(aside, inOrder, before, upTo);
        }
        return matches;
    }

    private static List<Correction> differences(List<Match> told, List<Match> matches) {
        Map<String, Map<Instant, List<Match>>> toldAt = byKeyAndTime(told);
        Map<String, Map<Instant, List<Match>>> nowAt = byKeyAndTime(matches);
        List<Correction> corrections = new ArrayList<>();
        nowAt.forEach((key, moments) -> moments.forEach((time, now) -> {
            List<Match> before = toldAt.getOrDefault(key, Map.of()).getOrDefault(time, List.of());
            if (!Match.sameAll(before, now)) {
                corrections.add(new Correction(
                        key,
                        time,
                        now.stream().map(match -> marked(match, before)).toList()));
            }
        }));
        toldAt.forEach((key, moments) -> moments.keySet().stream()
                .filter(time -> !nowAt.getOrDefault(key, Map.of()).containsKey(time))
                .forEach(time -> corrections.add(new Correction(key, time, List.of()))));
        return corrections;
    }

    private static Match marked(Match match, List<Match> before) {
        boolean known = before.stream().anyMatch(match::isSame);
        return known ? match : match.with(FindingMark.LATE);
    }

    private static Map<String, Map<Instant, List<Match>>> byKeyAndTime(List<Match> matches) {
        Map<String, Map<Instant, List<Match>>> sorted = new LinkedHashMap<>();
        matches.forEach(match -> sorted.computeIfAbsent(match.key(), key -> new LinkedHashMap<>())
                .computeIfAbsent(match.time(), time -> new ArrayList<>())
                .add(match));
        return sorted;
    }

    /** A list of alerts, and how far one has come in it. */
    private static final class InOrder implements JudgesThroughChanges.Alerts {
        private final List<EntityAlert> alerts;
        private int next;

        InOrder(List<EntityAlert> alerts, long before) {
            this.alerts = alerts;
            this.next = upTo(before);
        }

        private int upTo(long time) {
            int count = 0;
            while (count < alerts.size() && alerts.get(count).time() <= time) {
                count++;
            }
            return count;
        }

        @Override
        public void judge(RulesAtWork work, long upTo) {
            while (next < alerts.size() && alerts.get(next).time() <= upTo) {
                work.judge(alerts.get(next++));
            }
            if (upTo != Long.MAX_VALUE) {
                work.advanceTo(upTo);
            }
        }

        @Override
        public List<EntityAlert> judged(long upTo) {
            return alerts.subList(0, upTo(upTo));
        }
    }
}
