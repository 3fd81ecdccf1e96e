package id.kentongan.scenario.attack;

import id.kentongan.scenario.alert.Alert;
import id.kentongan.scenario.alert.Ids;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Office;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Writes one attack down, step by step, with a clock that only this attack moves. */
final class Script {
    private final Random random;
    private final List<Alert> steps = new ArrayList<>();
    private final List<Alert> evidence = new ArrayList<>();
    private Instant now;

    Script(Instant start, Random random) {
        this.now = start;
        this.random = random;
    }

    Instant now() {
        return now;
    }

    int port() {
        return 20_000 + random.nextInt(40_000);
    }

    Script add(Alert alert) {
        steps.add(alert);
        return this;
    }

    /** Lets some time go by: seconds, both ends included, and a little. */
    Script wait(int least, int most) {
        now = now.plusMillis(1000L * least + random.nextInt(1000 * (most - least) + 1));
        return this;
    }

    /** The newest steps, for a composite's previous_output. */
    List<Alert> newest(int count) {
        return List.copyOf(steps.subList(Math.max(0, steps.size() - count), steps.size()));
    }

    /** Adds what an IDS on the machine saw of it. */
    Script seenByIds(Agent agent, Ids.Signature signature, String sourceIp, int targetPort) {
        Instant first = steps.get(0).at();
        for (int i = 0; i < 3; i++) {
            Instant at = first.plusMillis(400 + i * 5_000L + random.nextInt(3000));
            evidence.add(
                    i == 1
                            ? Ids.fast(at, agent, signature, sourceIp, port(), targetPort)
                            : Ids.eve(at, agent, signature, sourceIp, port(), targetPort));
        }
        return this;
    }

    Script alsoSeen(Alert alert) {
        evidence.add(alert);
        return this;
    }

    Planted attack(String kind, Agent agent, String sourceIp, ExpectedRule rule, String why, ExpectedRule... also) {
        return planted(new Truth(
                kind,
                Office.NODE,
                agent.id(),
                agent.name(),
                sourceIp,
                first(),
                last(),
                true,
                rule.slug(),
                Arrays.stream(also).map(ExpectedRule::slug).toList(),
                why));
    }

    Planted nearMiss(String kind, Agent agent, String sourceIp, String why) {
        return planted(new Truth(
                kind, Office.NODE, agent.id(), agent.name(), sourceIp, first(), last(), false, null, List.of(), why));
    }

    private Planted planted(Truth truth) {
        List<Alert> all = new ArrayList<>(steps);
        all.addAll(evidence);
        return new Planted(truth, all);
    }

    private Instant first() {
        return steps.stream().map(Alert::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    private Instant last() {
        return steps.stream().map(Alert::at).max(Comparator.naturalOrder()).orElseThrow();
    }
}
