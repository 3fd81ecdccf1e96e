package id.kentongan.job.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds up how good cases are. A case is true when one of its alerts carries an event label, unknown when none does but one
 * lies inside an attack phase, false when all lie outside. A step is found when an alert of it is among the evidence. The
 * endless flood is told apart.
 */
final class Score {
    private double days;
    private int alerts;
    private int steps;
    private int found;
    private int trueCases;
    private int unknown;
    private int falseCases;
    private int mixed;
    private final List<Double> best = new ArrayList<>();
    private final List<Double> perAttack = new ArrayList<>();
    private final List<Double> purity = new ArrayList<>();
    private double margin = Double.POSITIVE_INFINITY;
    private final List<Double> delays = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    /**
     * The sums, as people read them; what there is none of is 0.
     *
     * @param margin of the true case that went least beyond what opens one, how many times that
     */
    record Figures(
            int alerts,
            double days,
            int found,
            int steps,
            int cases,
            int falseCases,
            int unknown,
            double falseADay,
            double precision,
            double casesPerAttack,
            int mixed,
            double best,
            double purity,
            double margin,
            double medianDelay,
            double worstDelay,
            List<String> missed) {}

    void add(String network, List<Shown> cases, Witnessed witnessed, Labels labels) {
        List<Witnessed.Seen> seen = witnessed.inOrder();
        alerts += seen.size();
        days += (seen.get(seen.size() - 1).time() - seen.get(0).time()) / 86_400_000.0;
        Map<String, Long> first = new HashMap<>();
        for (Witnessed.Seen alert : seen) {
            String event = labels.of(alert.id()).event();
            if (!event.isEmpty()) {
                first.putIfAbsent(event, alert.time());
            }
        }
        OfNetwork here = new OfNetwork(labels, first);
        cases.forEach(here::add);
        here.close(network);
    }

    private final class OfNetwork {
        private final Labels labels;
        private final Map<String, Long> first;
        private final Map<String, Double> delay = new TreeMap<>();
        private final Map<String, Integer> bestOf = new TreeMap<>();
        private final Map<String, Integer> trueOf = new TreeMap<>();

        OfNetwork(Labels labels, Map<String, Long> first) {
            this.labels = labels;
            this.first = first;
            labels.steps().forEach(step -> trueOf.put(Labels.attack(step), 0));
            labels.steps().forEach(step -> bestOf.put(Labels.attack(step), 0));
        }

        void add(Shown one) {
            rate(one);
            Set<String> here = new TreeSet<>();
            for (String id : one.evidence()) {
                String event = labels.of(id).event();
                if (labels.steps().contains(event) && !Labels.isFlood(event)) {
                    here.add(event);
                }
            }
            bestOf.replaceAll((attack, most) -> Math.max(most, (int) here.stream()
                    .filter(step -> Labels.attack(step).equals(attack))
                    .count()));
            here.forEach(step -> delay.merge(
                    step,
                    Math.max(0, (one.openedAt().toEpochMilli() - first.getOrDefault(step, 0L)) / 1000.0),
                    Math::min));
        }

        private void rate(Shown one) {
            Set<String> attacks = new HashSet<>();
            boolean phase = false;
            boolean flood = false;
            for (String id : one.alerts()) {
                Labels.Label label = labels.of(id);
                phase |= !label.phase().isEmpty();
                if (!label.event().isEmpty()) {
                    flood |= Labels.isFlood(label.event());
                    if (!Labels.isFlood(label.event())) {
                        attacks.add(Labels.attack(label.event()));
                    }
                }
            }
            if (!attacks.isEmpty()) {
                mixed += attacks.size() > 1 ? 1 : 0;
                attacks.forEach(attack -> trueOf.computeIfPresent(attack, (any, n) -> n + 1));
                long pure = one.evidence().stream()
                        .filter(id -> labels.of(id).isAttack())
                        .count();
                margin = Double.isNaN(one.timesOverLine()) ? margin : Math.min(margin, one.timesOverLine());
                purity.add(pure / (double) Math.max(1, one.evidence().size()));
            } else if (!flood) {
                unknown += phase ? 1 : 0;
                falseCases += phase ? 0 : 1;
            }
        }

        void close(String network) {
            for (String step : labels.steps()) {
                if (!Labels.isFlood(step)) {
                    steps++;
                    found += delay.containsKey(step) ? 1 : 0;
                    if (!delay.containsKey(step)) {
                        missed.add(network + " " + step);
                    }
                }
            }
            delays.addAll(delay.values());
            trueCases += trueOf.values().stream().mapToInt(Integer::intValue).sum();
            trueOf.forEach((attack, cases) -> {
                long ofAttack = labels.steps().stream()
                        .filter(step ->
                                !Labels.isFlood(step) && Labels.attack(step).equals(attack))
                        .count();
                if (ofAttack > 0) {
                    best.add(bestOf.getOrDefault(attack, 0) / (double) ofAttack);
                    perAttack.add((double) cases);
                }
            });
        }
    }

    Figures figures() {
        Collections.sort(delays);
        return new Figures(
                alerts,
                days,
                found,
                steps,
                trueCases + unknown + falseCases,
                falseCases,
                unknown,
                falseCases / days,
                trueCases / (double) Math.max(1, trueCases + falseCases),
                mean(perAttack),
                mixed,
                mean(best),
                mean(purity),
                Double.isInfinite(margin) ? 0 : margin,
                delays.isEmpty() ? 0 : median(delays),
                delays.isEmpty() ? 0 : delays.get(delays.size() - 1),
                List.copyOf(missed));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
