package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.job.anomaly.Bits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What casework knows of one agent.
 *
 * @param since event time of its first signal
 * @param seen of its newest
 * @param learning how it uses to come to know new things
 * @param risk what adds up on it now
 * @param gathering number of the gathering that it is part of, or -1
 * @param recent IDS alerts that a case about to open would want to show: of the last {@link #REMEMBERED}, at most
 *     {@value #MAX_RECENT}, oldest first
 * @param waiting findings too weak to open a case, at most {@value #MAX_WAITING}
 * @param bouts of weak findings, by rule: of at most {@value #MAX_RULES}, the newest
 */
public record AgentFile(
        String agent,
        String zone,
        long since,
        long seen,
        Learning learning,
        Risk risk,
        long gathering,
        List<Evidence> recent,
        List<Finding> waiting,
        Map<String, Bouts> bouts) {
    static final int MAX_RECENT = 500;
    /** A finding may turn up an hour late, and then wait for others. */
    static final Duration REMEMBERED = OpenCase.PICTURE.plusMinutes(70);

    /** As long as habits are kept. */
    static final Duration FORGOTTEN = Duration.ofDays(60);

    static final int MAX_WAITING = 5;
    static final int MAX_RULES = 50;
    static final long NONE = -1;

    public AgentFile {
        requireNonNull(agent, "agent");
        seen = Math.max(seen, since); // absent in older savepoints
        recent = List.copyOf(recent);
        waiting = List.copyOf(waiting);
        bouts = Map.copyOf(Objects.requireNonNullElse(bouts, Map.of())); // absent in older savepoints
    }

    static AgentFile of(String agent, String zone, long time) {
        return new AgentFile(
                agent,
                zone,
                time,
                time,
                Learning.startedAt(time),
                Risk.noneAt(time),
                NONE,
                List.of(),
                List.of(),
                Map.of());
    }

    AgentFile seenAt(long time) {
        return new AgentFile(agent, zone, since, time, learning, risk, gathering, recent, waiting, bouts);
    }

    /** Nothing was heard of it for {@link #FORGOTTEN}. */
    boolean isForgotten(long time) {
        return time - seen > FORGOTTEN.toMillis();
    }

    /** Without IDS alerts that no case would take any more. */
    AgentFile pruned(long time) {
        List<Evidence> left = recent.stream()
                .filter(one -> one.time().toEpochMilli() >= time - REMEMBERED.toMillis())
                .toList();
        return left.size() == recent.size() ? this : with(left, waiting);
    }

    AgentFile with(Learning now) {
        return new AgentFile(agent, zone, since, seen, now, risk, gathering, recent, waiting, bouts);
    }

    AgentFile with(Risk now) {
        return new AgentFile(agent, zone, since, seen, learning, now, gathering, recent, waiting, bouts);
    }

    AgentFile in(long newGathering) {
        return new AgentFile(agent, zone, since, seen, learning, risk, newGathering, recent, waiting, bouts);
    }

    /** Has a finding, or more of it. */
    AgentFile having(Finding finding) {
        if (!Bouts.isWeak(finding)) {
            return this;
        }
        Map<String, Bouts> all = new TreeMap<>(bouts);
        all.put(finding.ruleId(), all.getOrDefault(finding.ruleId(), Bouts.NONE).plus(finding));
        if (all.size() > MAX_RULES) {
            all.remove(Collections.min(
                            all.entrySet(),
                            Comparator.comparingLong(each -> each.getValue().last()))
                    .getKey());
        }
        return new AgentFile(agent, zone, since, seen, learning, risk, gathering, recent, waiting, all);
    }

    /** What a finding is worth, enough to make its agent a suspect; a weak one the less, the more it is used to it. */
    double bits(Finding finding) {
        return Bouts.isWeak(finding)
                ? bouts.getOrDefault(finding.ruleId(), Bouts.NONE.plus(finding)).worth(since)
                : CaseCard.LINE;
    }

    AgentFile waitingFor(Finding weak) {
        List<Finding> now = new ArrayList<>(without(weak));
        now.add(weak);
        return with(recent, newest(now, MAX_WAITING));
    }

    AgentFile notWaitingFor(Finding withdrawn) {
        return with(recent, without(withdrawn));
    }

    private List<Finding> without(Finding one) {
        return waiting.stream().filter(known -> !known.id().equals(one.id())).toList();
    }

    AgentFile plus(Evidence supporting) {
        List<Evidence> kept = new ArrayList<>(recent.stream()
                .filter(one -> !one.time().isBefore(supporting.time().minus(REMEMBERED)))
                .toList());
        kept.add(supporting);
        return with(newest(kept, MAX_RECENT), waiting);
    }

    /** Its case has what waited here, and those IDS alerts that belong to it. */
    AgentFile leftWith(List<Evidence> others) {
        return with(others, List.of());
    }

    private AgentFile with(List<Evidence> nowRecent, List<Finding> nowWaiting) {
        return new AgentFile(agent, zone, since, seen, learning, risk, gathering, nowRecent, nowWaiting, bouts);
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /**
     * Bits of its signals and of its weak findings. They rest on the same alerts more often than not: so the greater sum
     * counts, and a quarter of the lesser.
     */
    double suspicion(long time) {
        double signals = risk.now(time);
        double weak = waiting.stream()
                .mapToDouble(finding -> bits(finding)
                        * Bits.half(Math.max(0, time - finding.last().toEpochMilli()), Risk.HALF_LIFE))
                .sum();
        return Math.max(signals, weak) + Math.min(signals, weak) / 4;
    }
}
