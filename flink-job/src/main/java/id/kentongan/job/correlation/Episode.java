package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The matches of one rule for one entity that belong together. Keeps the first and the newest evidence, at most
 * {@value #FIRST} and {@value #NEWEST}, and exact counts of all.
 *
 * @param start engine time of the first match; names the episode for ever
 * @param first event time of the earliest evidence
 * @param last engine time of the newest match
 * @param matches from 1
 * @param alertsByRule each alert counted once
 * @param alertsByStep each alert counted once, under the step of its first appearance
 * @param newestTime event time of the newest alert counted
 * @param keysAtNewest identities of the alerts counted at {@code newestTime}
 * @param triggersAtLast what the matches at {@code last} were triggered by
 */
public record Episode(
        Asset asset,
        Instant start,
        Instant first,
        Instant last,
        long matches,
        Map<String, Long> alertsByRule,
        Map<String, Long> alertsByStep,
        List<Evidence> evidence,
        List<Evidence> newestEvidence,
        Instant newestTime,
        List<String> keysAtNewest,
        List<String> triggersAtLast) {

    static final int FIRST = 25;
    static final int NEWEST = 15;

    public Episode {
        requireNonNull(asset, "asset");
        requireNonNull(start, "start");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(newestTime, "newestTime");
        alertsByRule = Map.copyOf(alertsByRule);
        alertsByStep = Map.copyOf(alertsByStep);
        evidence = List.copyOf(evidence);
        newestEvidence = List.copyOf(newestEvidence);
        keysAtNewest = List.copyOf(keysAtNewest);
        triggersAtLast = List.copyOf(triggersAtLast);
    }

    static Episode startedBy(Match match) {
        Instant first = match.evidence().get(0).time();
        return new Episode(
                        match.asset(),
                        match.time(),
                        first,
                        match.time(),
                        0,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Instant.MIN,
                        List.of(),
                        List.of())
                .plus(match);
    }

    /** Whether this match comes soon enough after the last one to belong here. */
    boolean takes(Match match, Duration suppressFor) {
        return !match.time().isAfter(last.plus(suppressFor));
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
        return new Episode(
                asset,
                start,
                first,
                match.time(),
                matches + 1,
                counted(alertsByRule, fresh.stream().map(Evidence::ruleId).toList()),
                counted(alertsByStep, fresh.stream().map(Evidence::step).toList()),
                kept,
                newest.subList(Math.max(0, newest.size() - NEWEST), newest.size()),
                fresh.isEmpty() ? newestTime : fresh.get(fresh.size() - 1).time(),
                fresh.isEmpty() ? keysAtNewest : keysAtEnd(fresh),
                triggersWith(match));
    }

    private boolean isFresh(Evidence one) {
        return one.time().isAfter(newestTime) || (one.time().equals(newestTime) && !keysAtNewest.contains(one.alert()));
    }

    private List<String> keysAtEnd(List<Evidence> fresh) {
        Instant end = fresh.get(fresh.size() - 1).time();
        Set<String> keys = new HashSet<>(end.equals(newestTime) ? keysAtNewest : List.of());
        fresh.stream()
                .filter(one -> one.time().equals(end))
                .map(Evidence::alert)
                .forEach(keys::add);
        return keys.stream().sorted().toList();
    }

    private List<String> triggersWith(Match match) {
        List<String> triggers = new ArrayList<>(match.time().equals(last) ? triggersAtLast : List.of());
        triggers.add(match.trigger());
        return triggers;
    }

    private static Map<String, Long> counted(Map<String, Long> before, List<String> more) {
        Map<String, Long> counts = new TreeMap<>(before);
        more.forEach(key -> counts.merge(key, 1L, Long::sum));
        return counts;
    }

    /** In order of time: the first alerts, then the newest. */
    List<Evidence> allEvidence() {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(newestEvidence);
        return all;
    }
}
