package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.intake.WazuhAlerts;
import id.kentongan.job.rulebook.RuleFolder;
import id.kentongan.job.rulechange.DatedRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A source that was left behind and comes late: after what was withdrawn, the findings are those of plain Esper on all
 * alerts in order. Every shape of a rule is among them.
 */
class LateAlertsSeededTest {
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(100);
    private static final String[] WAZUH_RULES = {
        "5710", "5503", "31151", "31103", "5716", "5715", "31514", "554", "100113", "5402", "5502", "533", "2502",
        "31101", "5501", "40101"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatHoldsAfterwardsIsWhatAllAlertsInOrderTell(long seed) throws Exception {
        Random random = new Random(seed);
        List<RuleRecord> rules = RuleFolder.read(
                Path.of(LateAlertsSeededTest.class.getResource("/matrix/rules").toURI()));
        List<Alert> alerts = alerts(random);
        List<String> expected = content(newest(PlainFindings.told(rules, alerts).stream()
                .map(PlainFindings.Told::finding)
                .toList()));

        List<Finding> told = told(rules, alerts, random, true);

        assertThat(told)
                .as("some were missing")
                .anyMatch(finding -> finding.marks().contains(FindingMark.LATE));
        assertThat(told)
                .as("some were not true")
                .anyMatch(finding -> finding.marks().contains(FindingMark.WITHDRAWN));
        assertThat(content(newest(told))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(content(newest(told(rules, alerts, random, false)))).isNotEqualTo(expected);
        oneVersionSaysOneThing(told);
    }

    /** Node 1 falls silent for a while; half of its alerts come when it is back, the others some minutes later. */
    private static List<Finding> told(List<RuleRecord> rules, List<Alert> alerts, Random random, boolean comesBack)
            throws Exception {
        long silent = START.plusSeconds(600 + random.nextInt(1200)).toEpochMilli();
        long back = silent + Duration.ofMinutes(12 + random.nextInt(30)).toMillis();
        List<Alert> late = new ArrayList<>();
        try (EngineUnderTest engine = new EngineUnderTest()) {
            for (RuleRecord rule : rules) {
                engine.rule(new DatedRule(rule, Long.MIN_VALUE, Long.MIN_VALUE));
            }
            boolean returned = false;
            for (Alert alert : alerts) {
                long time = alert.time().toEpochMilli();
                if (!returned && time >= back) {
                    returned = true;
                    engine.time(time - 1);
                    engine.alerts(comesBack ? take(late, random) : List.of());
                    engine.restart();
                    engine.time(time + 60_000);
                    engine.alerts(comesBack ? late : List.of());
                }
                if (alert.node().equals("n1") && time >= silent && time < back) {
                    late.add(alert);
                } else {
                    engine.alerts(List.of(alert));
                }
                if (random.nextInt(10) == 0 && !(returned && time < back + 60_000)) {
                    engine.time(time - 1);
                }
                if (random.nextInt(150) == 0) {
                    engine.restart();
                }
            }
            engine.time(START.plus(LENGTH).plus(Duration.ofHours(2)).toEpochMilli());
            engine.time(START.plus(LENGTH).plus(Duration.ofHours(5)).toEpochMilli());
            assertThat(engine.late()).isEmpty();
            assertThat(engine.kept()).as("nothing stays for ever").isZero();
            assertThat(engine.journalled()).isZero();
            return engine.findings();
        }
    }

    private static List<Alert> take(List<Alert> late, Random random) {
        List<Alert> taken = late.stream().filter(alert -> random.nextBoolean()).toList();
        late.removeAll(taken);
        return taken;
    }

    private static List<Finding> newest(List<Finding> told) {
        Map<String, Finding> byId = new HashMap<>();
        told.forEach(finding -> byId.put(finding.id(), finding));
        return byId.values().stream()
                .filter(finding -> !finding.marks().contains(FindingMark.WITHDRAWN))
                .toList();
    }

    private static List<String> content(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.ruleId() + " " + finding.entity() + " " + finding.first() + " " + finding.last()
                        + " " + finding.matches() + " " + new TreeMap<>(finding.alertsByRule()) + " "
                        + new TreeSet<>(finding.evidence().stream()
                                .map(one -> one.alert())
                                .toList()))
                .sorted()
                .toList();
    }

    private static void oneVersionSaysOneThing(List<Finding> told) {
        Map<String, Finding> byVersion = new HashMap<>();
        told.forEach(finding -> {
            String version = finding.id() + " " + finding.matches() + " "
                    + finding.marks().contains(FindingMark.WITHDRAWN);
            Finding before = byVersion.putIfAbsent(version, finding);
            assertThat(before == null || before.equals(finding)).as(version).isTrue();
        });
    }

    private static List<Alert> alerts(Random random) {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            long millis = (long) (LENGTH.toMillis() * (i / 900.0)) + random.nextInt(3_000);
            String time = START.plusMillis(random.nextInt(3) == 0 ? millis / 1000 * 1000 : millis)
                    .toString()
                    .replace("Z", "+0000");
            String json = """
                    {"timestamp":"%s","id":"1793582071.%d","rule":{"id":"%s","level":13},"manager":{"name":"n%d"},
                    "agent":{"id":"00%d"},"data":{"srcip":"203.0.113.%d","dstuser":"u%d","url":"/u/s%d.php"},
                    "syscheck":{"path":"/var/www/s%d.php"}}""".formatted(
                            time,
                            i,
                            WAZUH_RULES[random.nextInt(WAZUH_RULES.length)],
                            random.nextInt(2),
                            random.nextInt(2),
                            random.nextInt(2),
                            random.nextInt(5),
                            random.nextInt(2),
                            random.nextInt(2));
            alerts.add(WazuhAlerts.read(json.getBytes(UTF_8)));
        }
        alerts.sort(AlertOrder.INSTANCE);
        return alerts;
    }
}
