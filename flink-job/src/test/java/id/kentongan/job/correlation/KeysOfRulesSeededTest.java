package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import id.kentongan.job.rulebook.RuleFolder;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.rulechange.RuleHistory.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysOfRulesSeededTest {
    private static final int MOST = 40_000;

    private final List<Version> rules;
    private final KeysOfRules keys = new KeysOfRules(MOST, 64);

    KeysOfRulesSeededTest() throws IOException {
        RuleHistory history = new RuleHistory();
        RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules")).stream()
                .filter(rule -> rule.slug().equals("brute-force"))
                .forEach(rule -> history.add(new DatedRule(rule, Long.MIN_VALUE, Long.MIN_VALUE)));
        rules = history.inForceAt(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void ruleGoesBeyondAboutWhereItMayGoNoFurther(long seed) {
        Random random = new Random(seed);
        Alert failure = failure(1);
        int told = -1;
        for (int key = 0; key < 2 * MOST && told < 0; key++) {
            EntityAlert alert = new EntityAlert(EntityKind.AGENT, key + "." + random.nextInt(), failure);
            for (int again = 0; again < 3; again++) {
                told = keys.beyond(alert, rules).isEmpty() ? told : key;
            }
        }
        assertThat(told).as("seed %d", seed).isBetween(MOST * 85 / 100, MOST * 115 / 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void orderChangesNothingAndAnotherHourBeginsAnew(long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, MOST * 9 / 10).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        for (int hour = 0; hour < 3; hour++) {
            Alert now = failure(hour);
            for (int key : order) {
                assertThat(keys.beyond(new EntityAlert(EntityKind.AGENT, "k" + key, now), rules))
                        .as("seed %d, hour %d", seed, hour)
                        .isEmpty();
            }
        }
    }

    private static Alert failure(int hour) {
        String json = """
                {"timestamp":"2026-11-02T0%d:30:00.000+0000","id":"1793582071.1","rule":{"id":"5760","level":5},
                "manager":{"name":"m"},"agent":{"id":"001"},"data":{"srcip":"203.0.113.1"}}""".formatted(hour);
        return WazuhAlerts.read(json.getBytes(UTF_8));
    }
}
