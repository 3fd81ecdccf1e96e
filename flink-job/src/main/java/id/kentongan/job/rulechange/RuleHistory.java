package id.kentongan.job.rulechange;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleState;
import id.kentongan.job.rulebook.CheckedRule;
import id.kentongan.job.rulebook.Rule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All versions of all rules that may still matter, and which of them hold when. Not thread-safe; one owner. */
public final class RuleHistory {
    /** A version that judges, read. */
    public record Version(DatedRule dated, Rule rule) {
        public boolean isOnTrial() {
            return dated.record().state() == RuleState.TRIAL;
        }
    }

    private final Map<String, TreeMap<Long, DatedRule>> bySlug = new TreeMap<>();

    /** Takes a version; what was to hold for the same rule from then on or later gives way. */
    public void add(DatedRule dated) {
        TreeMap<Long, DatedRule> versions = bySlug.computeIfAbsent(dated.slug(), slug -> new TreeMap<>());
        versions.tailMap(dated.from(), true).clear();
        versions.put(dated.from(), dated);
        if (dated.record().state() != RuleState.DISABLED) {
            Checks.begin(dated.record());
        }
    }

    /** In order of slug. */
    public List<Version> inForceAt(long time) {
        return bySlug.values().stream()
                .map(versions -> versions.floorEntry(time))
                .filter(Objects::nonNull)
                .map(Map.Entry::getValue)
                .filter(dated -> dated.record().state() != RuleState.DISABLED)
                .map(RuleHistory::version)
                .toList();
    }

    private static Version version(DatedRule dated) {
        CheckedRule checked = Checks.of(dated.record());
        Rule rule =
                Objects.requireNonNull(checked.rule(), () -> "expected a dated rule to be sound: " + checked.faults());
        return new Version(dated, rule);
    }

    /** The earliest moment after {@code time} at which something else holds; {@link Long#MAX_VALUE} = never. */
    public long nextChangeAfter(long time) {
        return bySlug.values().stream()
                .map(versions -> versions.higherKey(time))
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(Long.MAX_VALUE);
    }

    /** The latest moment before {@code time} at which something else began to hold; {@link Long#MIN_VALUE} = none. */
    public long lastChangeBefore(long time) {
        return bySlug.values().stream()
                .map(versions -> versions.lowerKey(time))
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(Long.MIN_VALUE);
    }

    /** What rules that hold at {@code time} need of alerts, for each entity kind that any of them correlates by. */
    public Map<EntityKind, Needs> needsAt(long time) {
        Map<EntityKind, Needs> needs = new EnumMap<>(EntityKind.class);
        inForceAt(time)
                .forEach(version -> needs.computeIfAbsent(version.rule().entity(), kind -> new Needs())
                        .add(version.rule()));
        return needs;
    }

    /** Of all versions known, milliseconds. */
    public long longestHorizon() {
        return all().stream()
                .filter(dated -> dated.record().state() != RuleState.DISABLED)
                .mapToLong(dated -> version(dated).rule().horizon().toMillis())
                .max()
                .orElse(0);
    }

    /** The newest version of a rule, whether it holds already or not. */
    Optional<DatedRule> newest(String slug) {
        return Optional.ofNullable(bySlug.get(slug)).map(TreeMap::lastEntry).map(Map.Entry::getValue);
    }

    /** Forgets versions that had given way to a later one by {@code time}. */
    public void forgetBefore(long time) {
        bySlug.values().forEach(versions -> {
            Long holding = versions.floorKey(time);
            if (holding != null) {
                versions.headMap(holding, false).clear();
            }
        });
    }

    public List<DatedRule> all() {
        return bySlug.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }
}
