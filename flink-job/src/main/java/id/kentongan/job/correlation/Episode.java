package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.FindingMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The matches of one rule for one entity that belong together. Keeps the first and the newest evidence, at most
 * {@value #FIRST} and {@value #NEWEST}, and exact counts of all.
 *
 * @param rule the version that matched last
 * @param start engine time of the first match, or of a match that came to stand behind a late one, or a few milliseconds
 *     later where that name was taken; names the episode for ever
 * @param first event time of the earliest evidence
 * @param last engine time of the newest match
 * @param matches from 1
 * @param alertsByRule each alert counted once
 * @param alertsByStep each alert counted once, under the step of its first appearance
 * @param counted identities of the alerts counted last, at most {@value #COUNTED}, to count none twice
 * @param forgottenUpTo event time of the newest alert that {@code counted} has forgotten: what is as old counts no more
 * @param triggersAtLast what the matches at {@code last} were triggered by
 * @param marks of the finding: on trial as the last match was, approximate or late once any was
 */
public record Episode(
        RuleCard rule,
        Asset asset,
        Instant start,
        Instant first,
        Instant last,
        long matches,
        Map<String, Long> alertsByRule,
        Map<String, Long> alertsByStep,
        List<Evidence> evidence,
        List<Evidence> newestEvidence,
        List<Counted> counted,
        Instant forgottenUpTo,
        List<String> triggersAtLast,
        List<FindingMark> marks) {

    static final int FIRST = 25;
    static final int NEWEST = 15;
    static final int COUNTED = 200;

    /** An alert that was counted. */
    public record Counted(String alert, Instant time) {
        public Counted {
            requireNonNull(alert, "alert");
            requireNonNull(time, "time");
        }
    }

    public Episode {
        requireNonNull(rule, "rule");
        requireNonNull(asset, "asset");
        requireNonNull(start, "start");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(forgottenUpTo, "forgottenUpTo");
        alertsByRule = Map.copyOf(alertsByRule);
        alertsByStep = Map.copyOf(alertsByStep);
        evidence = List.copyOf(evidence);
        newestEvidence = List.copyOf(newestEvidence);
        counted = List.copyOf(counted);
        triggersAtLast = List.copyOf(triggersAtLast);
        marks = List.copyOf(marks);
    }

    static Episode startedBy(Match match) {
        Instant first = match.evidence().get(0).time();
        return new Episode(
                        match.rule(),
                        match.asset(),
                        match.time(),
                        first,
                        match.time(),
                        0,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Instant.EPOCH,
                        List.of(),
                        List.of())
                .plus(match);
    }

    /** Whether this match comes soon enough after the last one to belong here. */
    boolean takes(Match match) {
        return !match.time().isAfter(last.plusMillis(match.rule().suppressFor()));
    }

    /** Whether this match was taken before: after a restore some are told a second time. */
    boolean knows(Match match) {
        return match.time().isBefore(last) || (match.time().equals(last) && triggersAtLast.contains(match.trigger()));
    }

    Episode plus(Match match) {
        List<Evidence> fresh = match.evidence().stream().filter(this::isFresh).toList();
        List<Evidence> kept = new ArrayList<>(evidence);
        List<Evidence> newest = new ArrayList<>(newestEvidence);
        fresh.forEach(one -> (kept.size() < FIRST ? kept : newest).add(one));
        List<Counted> all = new ArrayList<>(counted);
        fresh.forEach(one -> all.add(new Counted(one.alert(), one.time())));
        int forget = Math.max(0, all.size() - COUNTED);
        Instant forgotten = all.stream().limit(forget).map(Counted::time).reduce(forgottenUpTo, Episode::later);
        return new Episode(
                match.rule(),
                asset,
                start,
                earlier(first, match.evidence().get(0).time()),
                match.time(),
                matches + 1,
                plus(alertsByRule, fresh.stream().map(Evidence::ruleId).toList()),
                plus(alertsByStep, fresh.stream().map(Evidence::step).toList()),
                kept,
                newest.subList(Math.max(0, newest.size() - NEWEST), newest.size()),
                all.subList(forget, all.size()),
                forgotten,
                triggersWith(match),
                marksWith(match));
    }

    private List<FindingMark> marksWith(Match match) {
        return Stream.concat(match.marks().stream(), marks.stream().filter(mark -> mark != FindingMark.TRIAL))
                .sorted()
                .distinct()
                .toList();
    }

    private boolean isFresh(Evidence one) {
        return one.time().isAfter(forgottenUpTo)
                && counted.stream().noneMatch(known -> known.alert().equals(one.alert()));
    }

    private List<String> triggersWith(Match match) {
        List<String> triggers = new ArrayList<>(match.time().equals(last) ? triggersAtLast : List.of());
        triggers.add(match.trigger());
        return triggers;
    }

    private static Map<String, Long> plus(Map<String, Long> before, List<String> more) {
        Map<String, Long> counts = new TreeMap<>(before);
        more.forEach(key -> counts.merge(key, 1L, Long::sum));
        return counts;
    }

    Episode with(FindingMark mark) {
        return with(
                start,
                Stream.concat(marks.stream(), Stream.of(mark))
                        .sorted()
                        .distinct()
                        .toList());
    }

    /** Under another name. */
    Episode startingAt(Instant name) {
        return with(name, marks);
    }

    private Episode with(Instant newStart, List<FindingMark> newMarks) {
        return new Episode(
                rule,
                asset,
                newStart,
                first,
                last,
                matches,
                alertsByRule,
                alertsByStep,
                evidence,
                newestEvidence,
                counted,
                forgottenUpTo,
                triggersAtLast,
                newMarks);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** In order of time. */
    List<Evidence> allEvidence() {
        return Stream.concat(evidence.stream(), newestEvidence.stream())
                .sorted(Comparator.comparing(Evidence::time))
                .toList();
    }
}
