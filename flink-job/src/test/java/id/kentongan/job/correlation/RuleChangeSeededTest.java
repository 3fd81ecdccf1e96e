package id.kentongan.job.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Sha256;
import id.kentongan.job.rulebook.RuleFolder;
import id.kentongan.job.rulechange.DatedRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that changes while the job runs: the old text judges up to a moment, the new one from it on, warm. */
class RuleChangeSeededTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void fromTheChangeOnTheNewTextAnswersAsIfItHadAlwaysBeenThere(long seed) throws Exception {
        Random random = new Random(seed);
        List<Alert> alerts = CorrelatesAlertsSeededTest.alerts(random);
        long change = alerts.get(200).time().toEpochMilli();
        RuleRecord ten = bruteForce();
        RuleRecord three = withThreshold(ten, 3);
        List<String> expected = new ArrayList<>();
        expected.addAll(told(new PlainCorrelation(List.of(ten)).matches(alerts), Long.MIN_VALUE, change));
        expected.addAll(told(new PlainCorrelation(List.of(three)).matches(alerts), change, Long.MAX_VALUE));

        try (EngineUnderTest engine = new EngineUnderTest()) {
            engine.rule(new DatedRule(ten, Long.MIN_VALUE, Long.MIN_VALUE));
            feed(engine, alerts.subList(0, 180), random);
            engine.rule(new DatedRule(three, change, Long.MIN_VALUE));
            feed(engine, alerts.subList(180, 400), random);
            engine.time(end(alerts));

            assertThat(expected).hasSizeGreaterThan(10);
            assertThat(told(engine.matches(), Long.MIN_VALUE, Long.MAX_VALUE))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void ruleWithoutHistoryBeginsColdAlsoAfterARestart(long seed) throws Exception {
        Random random = new Random(seed);
        List<Alert> alerts = CorrelatesAlertsSeededTest.alerts(random);
        long change = alerts.get(200).time().toEpochMilli();
        List<Alert> later = alerts.stream()
                .filter(alert -> alert.time().toEpochMilli() >= change)
                .toList();
        List<String> expected =
                told(new PlainCorrelation(List.of(bruteForce())).matches(later), Long.MIN_VALUE, Long.MAX_VALUE);

        try (EngineUnderTest engine = new EngineUnderTest()) {
            engine.rule(new DatedRule(bruteForce(), change, change));
            feed(engine, alerts, random);
            engine.time(end(alerts));

            assertThat(expected).hasSizeGreaterThan(5);
            assertThat(told(engine.matches(), Long.MIN_VALUE, Long.MAX_VALUE))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void disabledRuleFallsSilentAndAnotherGoesOn() throws Exception {
        List<Alert> alerts = CorrelatesAlertsSeededTest.alerts(new Random(5));
        long change = alerts.get(200).time().toEpochMilli();
        RuleRecord rule = bruteForce();
        try (EngineUnderTest engine = new EngineUnderTest()) {
            RulesOnDisk.all().forEach(each -> add(engine, new DatedRule(each, Long.MIN_VALUE, Long.MIN_VALUE)));
            engine.rule(new DatedRule(in(RuleState.DISABLED, rule), change, change));
            engine.alerts(alerts);
            engine.time(end(alerts));

            List<Match> after = engine.matches().stream()
                    .filter(match -> match.time().toEpochMilli() >= change)
                    .toList();
            assertThat(after)
                    .isNotEmpty()
                    .noneMatch(match -> match.rule().slug().equals("brute-force"));
            assertThat(engine.matches()).anyMatch(match -> match.rule().slug().equals("brute-force"));
        }
    }

    @Test
    void trialThatEndsKeepsWhatTheRuleKnows() throws Exception {
        List<Alert> alerts = CorrelatesAlertsSeededTest.alerts(new Random(6));
        long change = alerts.get(200).time().toEpochMilli();
        RuleRecord rule = bruteForce();
        int undisturbed = new PlainCorrelation(List.of(rule)).matches(alerts).size();
        try (EngineUnderTest engine = new EngineUnderTest()) {
            engine.rule(new DatedRule(in(RuleState.TRIAL, rule), Long.MIN_VALUE, Long.MIN_VALUE));
            engine.rule(new DatedRule(rule, change, Long.MIN_VALUE));
            engine.alerts(alerts);
            engine.time(end(alerts));

            assertThat(engine.matches())
                    .hasSize(undisturbed)
                    .allSatisfy(match -> assertThat(match.marks().contains(FindingMark.TRIAL))
                            .isEqualTo(match.time().toEpochMilli() < change));
        }
    }

    private static void add(EngineUnderTest engine, DatedRule rule) {
        try {
            engine.rule(rule);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void feed(EngineUnderTest engine, List<Alert> alerts, Random random) throws Exception {
        for (int i = 0; i < alerts.size(); i++) {
            engine.alerts(List.of(alerts.get(i)));
            if (random.nextInt(10) == 0) {
                engine.time(alerts.get(i).time().toEpochMilli() - 1);
            }
            if (random.nextInt(80) == 0) {
                engine.restart();
            }
        }
    }

    private static long end(List<Alert> alerts) {
        return alerts.get(alerts.size() - 1).time().plus(Duration.ofHours(1)).toEpochMilli();
    }

    private static List<String> told(List<Match> matches, long from, long to) {
        return matches.stream()
                .filter(match ->
                        match.time().toEpochMilli() >= from && match.time().toEpochMilli() < to)
                .map(CorrelatesAlertsSeededTest::written)
                .toList();
    }

    private static RuleRecord bruteForce() throws IOException {
        return RulesOnDisk.all().stream()
                .filter(rule -> rule.slug().equals("brute-force"))
                .findFirst()
                .orElseThrow();
    }

    private static RuleRecord withThreshold(RuleRecord rule, int threshold) {
        String yml = rule.ruleYml().replace("threshold: 10", "threshold: " + threshold);
        assertThat(yml).isNotEqualTo(rule.ruleYml());
        String sha256 = Sha256.hex((yml + rule.ruleEpl()).getBytes(StandardCharsets.UTF_8));
        return new RuleRecord(rule.slug(), sha256, rule.state(), yml, rule.ruleEpl(), null);
    }

    private static RuleRecord in(RuleState state, RuleRecord rule) {
        return new RuleRecord(rule.slug(), rule.sha256(), state, rule.ruleYml(), rule.ruleEpl(), null);
    }

    private static final class RulesOnDisk {
        static List<RuleRecord> all() throws IOException {
            return RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules"));
        }
    }
}
