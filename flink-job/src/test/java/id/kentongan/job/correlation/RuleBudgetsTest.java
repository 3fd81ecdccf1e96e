package id.kentongan.job.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleStanding;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.rulebook.RuleFolder;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.settings.RuleBudgets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleBudgetsTest {
    private final List<Alert> alerts = CorrelatesAlertsSeededTest.alerts(new Random(7));

    @Test
    void ruleThatMatchesTooOftenIsPausedWithTheReasonAndTheOthersGoOn() throws Exception {
        int most = secondMostMatches();
        try (EngineUnderTest engine = new EngineUnderTest(new RuleBudgets(most, 2_000_000, 100))) {
            rules(engine);
            engine.alerts(alerts.subList(0, 300));
            engine.time(alerts.get(300).time().toEpochMilli() - 1);
            Set<String> paused = paused(engine);
            int before = engine.matches().size();
            engine.restart();
            engine.alerts(alerts.subList(300, 400));
            engine.time(alerts.get(399).time().plus(Duration.ofHours(1)).toEpochMilli());

            assertThat(paused).hasSize(1);
            assertThat(engine.statuses().get(0).why().get(0)).contains("more than " + most + " times in an hour");
            assertThat(engine.matches().subList(before, engine.matches().size()))
                    .as("others go on, also behind a restart")
                    .isNotEmpty()
                    .noneMatch(match -> paused.contains(match.rule().slug()));
        }
    }

    @Test
    void esperTellsTheCpuOfEachRuleWhileItIsAskedTo() throws Exception {
        RuleHistory history = new RuleHistory();
        records().forEach(rule -> history.add(new DatedRule(rule, Long.MIN_VALUE, Long.MIN_VALUE)));
        try (JudgesForMeasure judges = new JudgesForMeasure(history)) {
            judges.judge(alerts.subList(0, 100));
            Map<String, Long> unasked = judges.runtime.measured();
            judges.runtime.measure(true);
            judges.judge(alerts.subList(100, 300));
            Map<String, Long> asked = judges.runtime.measured();
            judges.runtime.measure(false);
            judges.judge(alerts.subList(300, 400));

            assertThat(unasked.values()).allMatch(nanos -> nanos == 0);
            assertThat(asked.getOrDefault("brute-force", 0L)).isPositive();
            assertThat(judges.runtime.measured()).isEqualTo(asked);
        }
    }

    private static final class JudgesForMeasure implements AutoCloseable {
        private final Set<EntityKind> kinds;
        private final RuleRuntime runtime;

        JudgesForMeasure(RuleHistory history) {
            kinds = history.needsAt(0).keySet();
            runtime = new RuleRuntime(new RuleRuntime.Listener() {
                @Override
                public void matched(Match match) {
                    // not of interest here
                }

                @Override
                public void brokeDown(RuleHistory.Version version, Throwable why) {
                    throw new AssertionError(version.rule().slug(), why);
                }
            });
            history.inForceAt(0).forEach(runtime::deploy);
        }

        void judge(List<Alert> alerts) {
            for (Alert alert : alerts) {
                kinds.forEach(kind -> {
                    EntityAlert copy = EntityAlert.of(kind, alert);
                    if (copy != null) {
                        runtime.judge(copy);
                    }
                });
            }
        }

        @Override
        public void close() {
            runtime.close();
        }
    }

    /** Only the rule that matches most goes beyond this. */
    private int secondMostMatches() throws Exception {
        Map<String, Integer> matches = new HashMap<>();
        new PlainCorrelation(records())
                .matches(alerts)
                .forEach(match -> matches.merge(match.rule().slug(), 1, Integer::sum));
        List<Integer> sorted = matches.values().stream().sorted().toList();
        return sorted.get(sorted.size() - 2);
    }

    private static void rules(EngineUnderTest engine) throws Exception {
        for (RuleRecord rule : records()) {
            engine.rule(new DatedRule(rule, Long.MIN_VALUE, Long.MIN_VALUE));
        }
    }

    private static List<RuleRecord> records() throws Exception {
        return RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules"));
    }

    private static Set<String> paused(EngineUnderTest engine) {
        Set<String> paused = new HashSet<>();
        engine.statuses().forEach(status -> {
            assertThat(status.standing()).isEqualTo(RuleStanding.PAUSED);
            paused.add(status.slug());
        });
        return paused;
    }
}
