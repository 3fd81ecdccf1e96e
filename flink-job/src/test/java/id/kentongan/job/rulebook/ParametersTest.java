package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static final String COUNT = """
            @Name('match') select f as failure
            from AgentAlert(ruleId in ${rules})#time(${window}) as f
            group by f.entity having count(*) >= ${threshold}""";

    @Test
    void numbersListsAndLengthsOfTimeAreSetInRuleYmlAlone() {
        String params = "params: {rules: ['5760', \"57'16\"], window: PT7M30S, threshold: 12}\n";

        Rule rule =
                requireNonNull(CompilesRules.check(Probes.agent(params, COUNT)).rule());

        assertThat(rule.horizon()).isEqualTo(Duration.ofSeconds(450));
        assertThat(rule.interest().ruleIds()).isEqualTo(Set.of("5760", "57'16"));
        assertThat(rule.epl()).contains("in ('5760', '57\\'16')").contains(">= 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a' or ruleId != 'b",
                "\\",
                "\\' or level > 0 or ruleId='",
                "'); select 1; ('",
                "\"",
                "${other}",
                "// x"
            })
    void aTextNeverBecomesEpl(String text) {
        String quoted = "params: {id: '" + text.replace("'", "''") + "'}\n";

        CheckedRule checked =
                CompilesRules.check(Probes.agent(quoted, "@Name('match') select * from AgentAlert(ruleId = ${id})"));

        assertThat(checked.faults()).isEmpty();
        assertThat(requireNonNull(checked.rule()).interest().ruleIds()).isEqualTo(Set.of(text));
    }

    @Test
    void unknownUnusedQuotedAndUntypedOnesAreFaultsAtTheAuthorsPlace() {
        List<String> faults = faults("params: {id: 'x', unused: 1, made: {a: 1}, Bad: 2, on: true, nul: }\n", """
                @Name('match') select * from AgentAlert(ruleId = ${id}, level > ${missing},
                    user = '${id}')""");

        assertThat(faults)
                .anyMatch(fault -> fault.contains("line 1, column 65: ${missing} is not under params"))
                .anyMatch(fault -> fault.contains("line 2, column 13: ${id} stands in quotes"))
                .anyMatch(fault -> fault.contains("params: unused is used nowhere"))
                .anyMatch(fault -> fault.contains("params: made is no number"))
                .anyMatch(fault -> fault.contains("params: on is no number"))
                .anyMatch(fault -> fault.contains("params: Bad is no name"));
    }

    @Test
    void placesBehindAParameterAreThoseOfTheAuthorsText() {
        List<String> faults = faults(
                "params: {ids: ['1111111111111111', '2222222222222222222222']}\n",
                "@Name('match') select * from AgentAlert(ruleId in ${ids}, url regexp 'x')");

        assertThat(faults).singleElement().asString().contains("line 1, column 63: regexp");
    }

    private static List<String> faults(String yml, String epl) {
        return CompilesRules.check(Probes.agent(yml, epl)).faults();
    }
}
