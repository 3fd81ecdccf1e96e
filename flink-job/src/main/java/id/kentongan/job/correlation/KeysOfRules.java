package id.kentongan.job.correlation;

import id.kentongan.job.rulechange.RuleHistory.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many entities each rule looks at within an hour of event time, told from a sample of the entities. Which are in
 * it their names alone decide: so it does not depend on how the alerts came, and costs next to nothing for the others.
 */
final class KeysOfRules {
    private static final long HOUR = 3_600_000;
    /** Spreads the bits of a hash. */
    private static final int GOLDEN = 0x9E3779B9;

    private final long most;
    private final int oneIn;
    private final Map<String, Set<Integer>> sampled = new HashMap<>();
    private long hour;

    /** @param oneIn of so many entities one is counted, a power of two from 2 */
    KeysOfRules(long most, int oneIn) {
        this.most = most;
        this.oneIn = oneIn;
    }

    /** Those of {@code atWork} that with this alert look at more than they may. */
    List<Version> beyond(EntityAlert alert, Collection<Version> atWork) {
        int hash = alert.entity().hashCode() * GOLDEN;
        if (hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(oneIn)) != 0) {
            return List.of();
        }
        long now = alert.time() / HOUR;
        if (now != hour) {
            sampled.clear();
            hour = now;
        }
        List<Version> beyond = new ArrayList<>();
        for (Version version : atWork) {
            if (looksAt(version, alert) && keysWith(version.rule().slug(), hash) > most) {
                beyond.add(version);
            }
        }
        return beyond;
    }

    private static boolean looksAt(Version version, EntityAlert alert) {
        return version.rule().entity() == alert.kind()
                && version.rule().interest().takes(alert.alert());
    }

    private long keysWith(String slug, int key) {
        Set<Integer> keys = sampled.computeIfAbsent(slug, any -> new HashSet<>());
        keys.add(key);
        return (long) keys.size() * oneIn;
    }
}
