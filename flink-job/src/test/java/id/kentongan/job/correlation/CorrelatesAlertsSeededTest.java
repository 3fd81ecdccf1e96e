package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import id.kentongan.job.rulebook.RuleFolder;
import id.kentongan.job.rulechange.DatedRule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise: shuffled arrival, any spacing of watermarks and any restart answer as plain Esper on sorted input. */
class CorrelatesAlertsSeededTest {
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final String[] WAZUH_RULES = {
        "5760", "5760", "5760", "5710", "5763", "5715", "40112", "31151", "31106", "31103", "554", "550", "100112",
        "100113"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void restartsAndShufflesChangeNoAnswer(long seed) throws Exception {
        Random random = new Random(seed);
        List<RuleRecord> rules = RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules"));
        List<Alert> alerts = alerts(random);
        List<Match> expected = new PlainCorrelation(rules).matches(alerts);

        List<Match> told = run(rules, alerts, random);

        assertThat(expected).as("the test has something to find").hasSizeGreaterThan(10);
        assertThat(told.stream().map(CorrelatesAlertsSeededTest::written))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(CorrelatesAlertsSeededTest::written)
                        .toList());
    }

    static String written(Match match) {
        return match.rule().sha256() + match.time() + match.entity() + match.evidence();
    }

    static List<Alert> alerts(Random random) {
        List<Alert> alerts = new ArrayList<>();
        long millis = 0;
        for (int i = 0; i < 400; i++) {
            millis += random.nextInt(4) == 0 ? 0 : random.nextInt(30_000);
            String time = START.plusMillis(millis).toString().replace("Z", "+0000");
            String rule = WAZUH_RULES[random.nextInt(WAZUH_RULES.length)];
            String json = """
                    {"timestamp":"%s","id":"1793582071.%d","rule":{"id":"%s","level":5},"manager":{"name":"m"},
                    "agent":{"id":"00%d"},"data":{"srcip":"203.0.113.%d","url":"/u/s%d.php"},
                    "syscheck":{"path":"/var/www/s%d.php"}}""".formatted(
                            time, i, rule, random.nextInt(2), random.nextInt(2), random.nextInt(3), random.nextInt(3));
            alerts.add(WazuhAlerts.read(json.getBytes(UTF_8)));
        }
        return alerts;
    }

    /** Sends alerts shuffled between watermarks, some of them twice, and restarts from a snapshot now and then. */
    private static List<Match> run(List<RuleRecord> rules, List<Alert> alerts, Random random) throws Exception {
        try (EngineUnderTest engine = new EngineUnderTest()) {
            for (RuleRecord rule : rules) {
                engine.rule(new DatedRule(rule, Long.MIN_VALUE, Long.MIN_VALUE));
            }
            List<Alert> waiting = new ArrayList<>();
            for (Alert alert : alerts) {
                waiting.add(random.nextInt(waiting.size() + 1), alert);
                if (random.nextInt(10) == 0) {
                    engine.alerts(waiting);
                    engine.time(alert.time().toEpochMilli() - 1);
                    waiting.removeIf(sent -> sent.time().isBefore(alert.time()));
                }
                if (random.nextInt(120) == 0) {
                    engine.restart();
                }
            }
            engine.alerts(waiting);
            engine.time(alerts.get(alerts.size() - 1).time().toEpochMilli() + 3_600_000);
            engine.time(Long.MAX_VALUE);
            assertThat(engine.late()).isEmpty();
            return engine.matches();
        }
    }
}
