package id.kentongan.job.correlation;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.FindingMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One output row of one rule.
 *
 * @param time the engine's clock when it matched, UTC
 * @param evidence in the order of alerts, at least one
 * @param marks in order of the enum
 */
public record Match(
        RuleCard rule, String entity, Asset asset, Instant time, List<Evidence> evidence, List<FindingMark> marks) {
    public Match {
        requireNonNull(rule, "rule");
        requireNonNull(entity, "entity");
        requireNonNull(asset, "asset");
        requireNonNull(time, "time");
        evidence = List.copyOf(evidence);
        marks = List.copyOf(marks);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("expected a match of " + rule.slug() + " to name its alerts");
        }
    }

    /** Matches of one key follow each other in one episode, or start the next. */
    public String key() {
        return rule.slug() + "|" + rule.kind() + "|" + entity;
    }

    /** The newest alert of the match: with the time it tells one match of a rule and entity from another. */
    String trigger() {
        return evidence.get(evidence.size() - 1).alert();
    }

    /** Whether both say the same, whatever their marks. */
    boolean isSame(Match other) {
        return time.equals(other.time)
                && rule.sha256().equals(other.rule.sha256())
                && entity.equals(other.entity)
                && evidence.equals(other.evidence);
    }

    /** The same in the same order. */
    static boolean sameAll(List<Match> some, List<Match> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i).isSame(others.get(i)));
    }

    Match with(FindingMark mark) {
        List<FindingMark> more = new ArrayList<>(marks);
        more.add(mark);
        return new Match(
                rule,
                entity,
                asset,
                time,
                evidence,
                more.stream().sorted().distinct().toList());
    }
}
