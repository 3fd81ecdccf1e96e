package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.job.intake.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is older than a rule's horizon changes no answer, and what is hardly younger does. Time goes in minutes. */
class HorizonSeededTest {
    private static final long MINUTE = 60_000;
    private static final int[] PACES = {2, 6, 25};
    private static final int ANSWERS = 4;
    /** Two minutes less change some answer of these; half of the horizon changes some of the others. */
    private static final Set<String> TIGHT =
            Set.of("threshold", "sequence", "absence", "silence", "join of two windows");
    /** Nothing but the alert itself; and the batch before, which counts and then tells nothing. */
    private static final Set<String> NEVER_CHANGED = Set.of("plain filter", "batch");

    static List<Probes.Block> shapes() {
        return Probes.blocks("supported.txt");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void answersDependOnAlertsWithinTheHorizonAlone(Probes.Block shape) {
        CheckedRule rule = CompilesRules.check(Probes.agent(shape.epl()));
        long horizon = requireNonNull(rule.rule()).horizon().toMillis();
        long missing = TIGHT.contains(shape.name()) ? 2 * MINUTE : horizon / 2;
        int answers = 0;
        int changedByLess = 0;
        for (long seed = 1; seed <= 6; seed++) {
            List<Alert> alerts = alerts(new Random(seed), PACES[(int) seed % PACES.length]);
            List<TriesRule.Row> all =
                    judged(rule, alerts, 0, Probes.START + Duration.ofDays(5).toMillis());
            for (long time : farthestBack(all)) {
                List<String> expected = at(all, time);
                assertThat(at(judged(rule, alerts, time - horizon, time), time))
                        .as("seed " + seed + ", minute " + (time - Probes.START) / MINUTE)
                        .isEqualTo(expected);
                answers++;
                if (changedByLess == 0) {
                    List<String> less = at(judged(rule, alerts, time - horizon + missing, time), time);
                    changedByLess += less.equals(expected) ? 0 : 1;
                }
            }
        }
        assertThat(answers).as("answers of " + shape).isGreaterThan(2);
        if (!NEVER_CHANGED.contains(shape.name())) {
            assertThat(changedByLess)
                    .as("answers that a shorter horizon changes")
                    .isPositive();
        }
    }

    /** Times of the answers whose oldest alert is oldest. */
    private static List<Long> farthestBack(List<TriesRule.Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(
                        row -> row.alerts().get(0).alert().time().toEpochMilli() - row.time()))
                .map(TriesRule.Row::time)
                .distinct()
                .limit(ANSWERS)
                .toList();
    }

    private static List<String> at(List<TriesRule.Row> rows, long time) {
        return rows.stream()
                .filter(row -> row.time() == time)
                .map(row -> row.alerts().stream()
                        .map(one -> one.step() + one.alert().key())
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }

    private static List<TriesRule.Row> judged(CheckedRule rule, List<Alert> alerts, long from, long to) {
        List<Alert> within = alerts.stream()
                .filter(alert ->
                        alert.time().toEpochMilli() >= from && alert.time().toEpochMilli() <= to)
                .toList();
        try (TriesRule engine = new TriesRule(rule)) {
            return engine.judge(within, Math.max(from, Probes.START), to);
        }
    }

    /** {@code pace}: the most minutes between two alerts. Now and then failures come in a burst. */
    private static List<Alert> alerts(Random random, int pace) {
        String[] rules = {"1", "2", "3", "554", "506", "503", "5715", "9751", "31151", "31106"};
        List<Alert> alerts = new ArrayList<>();
        long minute = 1;
        while (alerts.size() < 300) {
            minute += random.nextInt(pace + 1);
            String agent = "00" + random.nextInt(2);
            int times = random.nextInt(12) == 0 ? 8 + random.nextInt(8) : 1;
            String rule = times > 1 ? "5760" : rules[random.nextInt(rules.length)];
            for (int i = 0; i < times; i++) {
                minute += times > 1 && random.nextInt(3) == 0 ? 1 : 0;
                String group = random.nextInt(8) == 0 ? "heartbeat" : "other";
                alerts.add(Probes.alert(minute, alerts.size(), rule, 5, group, agent, "user" + random.nextInt(6)));
            }
        }
        return alerts;
    }
}
