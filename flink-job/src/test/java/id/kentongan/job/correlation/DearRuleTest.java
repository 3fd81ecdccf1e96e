package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleStanding;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.intake.Intake;
import id.kentongan.job.rulebook.TrialRules;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.settings.RuleBudgets;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule that really takes a core, on a real runtime; only the clock runs faster, and by this thread's own time. */
class DearRuleTest {
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final int TIMES_FASTER = 30;
    /** A core is a thirtieth of a core by that clock. */
    private static final RuleBudgets BUDGETS = new RuleBudgets(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);

    private static final int PATIENCE = 100_000;

    private final Intake intake = new Intake();
    private final List<Match> matches = new ArrayList<>();
    private final List<RuleStatus> statuses = new ArrayList<>();

    @Test
    void ruleThatTakesACoreIsPausedWithTheReasonAndTheOtherGoesOn() {
        RuleHistory history = new RuleHistory();
        history.add(dated("dear", List.of("a"), """
                select a from SourceIpAlert as a where exists (select * from SourceIpAlert#time(10 min) as b
                    where b.entity = a.entity and b.user != a.user);
                """));
        history.add(dated("cheap", List.of("a", "b"), """
                select a, b from pattern [every a=SourceIpAlert(ruleId = '2')
                    -> b=SourceIpAlert(ruleId = '3', entity = a.entity) where timer:within(1 min)];
                """));
        RulesAtWork work = new RulesAtWork(
                matches::add, new PausedRules(Set.of()), statuses::add, BUDGETS, DearRuleTest::nanosOfThisThread);
        try {
            work.startAnew(history.inForceAt(0), List.of(), START.toEpochMilli());
            int number = 0;
            while (statuses.isEmpty() && number < PATIENCE) {
                work.judge(alert(number++, "1"));
            }
            work.judge(alert(number++, "2"));
            work.judge(alert(number, "3"));
        } finally {
            work.close();
        }

        assertThat(statuses).singleElement().satisfies(status -> {
            assertThat(status.slug()).isEqualTo("dear");
            assertThat(status.standing()).isEqualTo(RuleStanding.PAUSED);
            assertThat(status.why()).singleElement().asString().startsWith("it took more than 1 % of a core");
        });
        assertThat(matches)
                .singleElement()
                .satisfies(match -> assertThat(match.rule().slug()).isEqualTo("cheap"));
    }

    private static long nanosOfThisThread() {
        return TIMES_FASTER * ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** All of one address and one account, 20 ms apart: thousands are looked through for each. */
    private EntityAlert alert(int number, String rule) {
        Instant time = START.plusMillis(20L * number);
        String json = """
                {"timestamp":"%s","id":"%d.%d","rule":{"id":"%s","level":5,"description":"d"},"manager":{"name":"m"},\
                "agent":{"id":"001"},"data":{"srcip":"203.0.113.9","dstuser":"u"},"full_log":"-"}""".formatted(time.toString().replace("Z", "+0000"), time.getEpochSecond(), number, rule);
        var alert = Objects.requireNonNull(
                intake.read(json.getBytes(UTF_8), "0/" + number).alert());
        return Objects.requireNonNull(EntityAlert.of(EntityKind.SOURCE_IP, alert));
    }

    private static DatedRule dated(String slug, List<String> steps, String epl) {
        return new DatedRule(TrialRules.record(slug, steps, "@Name('match')\n" + epl), Long.MIN_VALUE, Long.MIN_VALUE);
    }
}
