package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An alert that a rule's interest does not take never meets its filter, as Esper itself judges. */
class InterestSeededTest {
    private static final String[] RULES = {"5760", "5715", "554", "31106", "9751", "77"};
    private static final String[] ACTIONS = {
        "authentication-failure", "authentication-success", "file-added", "exploit", "other"
    };
    private static final String[] GROUPS = {"web", "sshd", "syscheck"};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatInterestDoesNotTakeMeetsNoFilter(long seed) {
        Random random = new Random(seed);
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            alerts.add(Probes.alert(
                    i, i, one(RULES, random), random.nextInt(16), one(GROUPS, random), "004", "u" + random.nextInt(3)));
        }
        int refused = 0;
        int met = 0;
        for (int i = 0; i < 60; i++) {
            String condition = condition(random, 3);
            CheckedRule rule =
                    CompilesRules.check(Probes.agent("@Name('match') select * from AgentAlert(" + condition + ")"));
            assertThat(rule.faults()).as(condition).isEmpty();
            Interest interest = requireNonNull(rule.rule()).interest();
            List<Alert> untaken =
                    alerts.stream().filter(alert -> !interest.takes(alert)).toList();
            refused += untaken.size();
            met += judged(rule, alerts);
            assertThat(judged(rule, untaken))
                    .as(condition + " takes " + interest)
                    .isZero();
        }
        assertThat(refused).as("alerts that some interest refused").isGreaterThan(1000);
        assertThat(met).as("alerts that met some filter").isGreaterThan(1000);
    }

    private static int judged(CheckedRule rule, List<Alert> alerts) {
        try (TriesRule engine = new TriesRule(rule)) {
            return engine.judge(alerts, 0, Probes.START + 1_000_000_000L).size();
        }
    }

    private static String condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return atom(random);
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> "(" + condition(random, depth - 1) + " and " + condition(random, depth - 1) + ")";
            case 2, 3 -> "(" + condition(random, depth - 1) + " or " + condition(random, depth - 1) + ")";
            default -> "not (" + condition(random, depth - 1) + ")";
        };
    }

    private static String atom(Random random) {
        int level = random.nextInt(17);
        return switch (random.nextInt(16)) {
            case 0 -> "ruleId = '" + one(RULES, random) + "'";
            case 1 -> "'" + one(RULES, random) + "' = ruleId";
            case 2 -> "ruleId in ('" + one(RULES, random) + "', '" + one(RULES, random) + "')";
            case 3 -> "ruleId not in ('" + one(RULES, random) + "')";
            case 4 -> "ruleId != '" + one(RULES, random) + "'";
            case 5 -> "action = '" + one(ACTIONS, random) + "'";
            case 6 -> "action in ('" + one(ACTIONS, random) + "', '" + one(ACTIONS, random) + "')";
            case 7 -> "level " + one(new String[] {">", ">=", "<", "<=", "=", "!="}, random) + " " + level;
            case 8 -> level + " " + one(new String[] {">", ">=", "<", "<="}, random) + " level";
            case 9 -> "level between " + level / 2 + " and " + level;
            case 10 -> "level not between " + level / 2 + " and " + level;
            case 11 -> "inGroup('" + one(GROUPS, random) + "') = true";
            case 12 -> "inGroup('" + one(GROUPS, random) + "')";
            case 13 -> "inGroup('" + one(GROUPS, random) + "') = false";
            case 14 -> "user = 'u" + random.nextInt(3) + "'";
            default -> "ruleId = user";
        };
    }

    private static String one(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    /** The rule event is the same whatever the entity is. */
    @ParameterizedTest
    @ValueSource(strings = {"agent", "user", "source-ip", "agent+source-ip", "all"})
    void everyEntityKindHasAnEventType(String written) {
        EntityKind kind = java.util.Arrays.stream(EntityKind.values())
                .filter(one -> one.written().equals(written))
                .findFirst()
                .orElseThrow();
        Alert alert = Probes.alert(1, 1, "5760", 5, "sshd", "004", "u");

        assertThat(RuleEvent.of(kind, "e", alert).getClass().getSimpleName()).isEqualTo(RuleEvent.typeOf(kind));
    }
}
