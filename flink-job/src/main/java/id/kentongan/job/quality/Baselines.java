package id.kentongan.job.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plainest ways to find the same, to hold the figures against. Both learn for a day. */
final class Baselines {
    private static final long DAY = 86_400_000;
    private static final long PAUSE = 900_000;
    private static final long BEFORE = 60_000;
    private static final long AFTER = 300_000;
    private static final int MOST_EVIDENCE = 200;
    private static final double FEW = 4;

    private Baselines() {}

    private static final class Episode {
        private final String agent;
        private final long from;
        private long last;
        private final List<String> fresh = new ArrayList<>();

        Episode(String agent, long from) {
            this.agent = agent;
            this.from = from;
            this.last = from;
        }
    }

    /** A case for each signature that its agent never fired before. */
    static List<Shown> novelty(List<Witnessed.Seen> alerts) {
        return cases(alerts, false);
    }

    /** A case when an agent's new signatures, each fading with a half-life of 15 minutes, are four. */
    static List<Shown> fourNew(List<Witnessed.Seen> alerts) {
        return cases(alerts, true);
    }

    private static List<Shown> cases(List<Witnessed.Seen> alerts, boolean several) {
        Set<String> known = new HashSet<>();
        Map<String, Episode> latest = new HashMap<>();
        Map<String, double[]> counts = new HashMap<>();
        Map<String, List<Witnessed.Seen>> byAgent = new HashMap<>();
        List<Episode> episodes = new ArrayList<>();
        long begin = alerts.get(0).time();
        for (Witnessed.Seen alert : alerts) {
            byAgent.computeIfAbsent(alert.agent(), any -> new ArrayList<>()).add(alert);
            if (!known.add(alert.agent() + "\n" + alert.signature()) || alert.time() - begin < DAY) {
                continue;
            }
            double[] count = counts.computeIfAbsent(alert.agent(), any -> new double[2]);
            count[0] = count[0] * StrictMath.pow(2, -(alert.time() - count[1]) / PAUSE) + 1;
            count[1] = alert.time();
            Episode episode = latest.get(alert.agent());
            if (episode != null && alert.time() - episode.last <= PAUSE) {
                episode.last = alert.time();
                episode.fresh.add(alert.id());
            } else if (!several || count[0] >= FEW - 0.01) {
                episode = new Episode(alert.agent(), alert.time());
                episode.fresh.add(alert.id());
                latest.put(alert.agent(), episode);
                episodes.add(episode);
            }
        }
        return episodes.stream().map(each -> shown(each, byAgent)).toList();
    }

    private static Shown shown(Episode episode, Map<String, List<Witnessed.Seen>> byAgent) {
        List<String> members = byAgent.getOrDefault(episode.agent, List.of()).stream()
                .filter(seen -> seen.time() >= episode.from - BEFORE && seen.time() <= episode.last + AFTER)
                .map(Witnessed.Seen::id)
                .toList();
        Set<String> evidence = new LinkedHashSet<>(episode.fresh);
        evidence.addAll(members);
        return new Shown(
                Instant.ofEpochMilli(episode.from),
                members,
                evidence.stream().limit(MOST_EVIDENCE).toList(),
                Double.NaN);
    }
}
