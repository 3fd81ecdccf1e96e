package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private static final String YML = """
            slug: probe
            title: {id: a, en: b}
            severity: low
            entity: agent
            suppress_for: PT1H
            steps: {match: {id: a, en: b}}
            false_positives: [{id: a, en: b}]
            triage: [{id: a, en: b}]
            """;

    @Test
    void theShippedRulesCompileAndSayWhatTheyNeed() throws IOException {
        Rulebook rulebook = Rulebook.of(RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules")));

        assertThat(CompilesRules.compile(rulebook)).hasSize(4);
        assertThat(rulebook.interests().get(EntityKind.AGENT_SOURCE_IP).actions())
                .containsExactlyInAnyOrder(
                        "authentication-failure", "authentication-failures", "authentication-success");
        assertThat(rulebook.horizon(EntityKind.AGENT)).isEqualTo(Duration.ofHours(24));
        assertThat(rulebook.horizon(EntityKind.USER)).isZero();
    }

    @Test
    void aDisabledRuleIsNotJudged() {
        RuleRecord disabled =
                new RuleRecord("probe", "0", RuleState.DISABLED, YML, "@Name('match') select * from AgentAlert", null);

        assertThat(Rulebook.of(List.of(disabled)).rules()).isEmpty();
    }

    @Test
    void allFaultsOfARuleAreToldTogether() {
        String broken = YML.replace("severity: low", "severity: awful")
                .replace("suppress_for: PT1H", "suppress_for: soon")
                .replace("slug: probe", "slug: other\nextra: 1");

        assertThatThrownBy(() -> Rulebook.of(List.of(rule(broken, "@Name('match') select * from AgentAlert"))))
                .hasMessageContaining("rule probe")
                .hasMessageContaining("unknown key extra")
                .hasMessageContaining("slug is other but the folder is probe")
                .hasMessageContaining("severity is awful, not one of low, medium, high, critical")
                .hasMessageContaining("suppress_for is soon");
    }

    @Test
    void aCheckedRuleSurvivesSerialisationWithItsStatements() throws Exception {
        for (RuleRecord record : RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules"))) {
            CheckedRule checked = InstantiationUtil.clone(CompilesRules.check(record));

            assertThat(checked.faults()).isEmpty();
            assertThat(requireNonNull(checked.rule()).state()).isEqualTo(RuleState.ACTIVE);
            assertThat(CompilesRules.load(requireNonNull(checked.compiled()))).isNotNull();
        }
    }

    @Test
    void aFaultyRecordIsAValueNotAnException() {
        CheckedRule broken = CompilesRules.check(rule(YML, "select nothing from AgentAlert"));
        CheckedRule empty = CompilesRules.check(rule("", ""));

        assertThat(broken.rule()).isNull();
        assertThat(broken.faults()).singleElement().asString().contains("nothing");
        assertThat(empty.faults()).isNotEmpty();
    }

    private static RuleRecord rule(String yml, String epl) {
        return new RuleRecord("probe", "0", RuleState.ACTIVE, yml, epl, null);
    }
}
