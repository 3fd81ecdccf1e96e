package id.kentongan.job.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix proves nothing where there is nothing to find. */
class AttacksSeededTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyShapeHasFindingsAndTheAnswerDoesNotDependOnOtherShapes(long seed) throws Exception {
        List<Alert> alerts = Attacks.of(seed).stream()
                .map(line -> WazuhAlerts.read(line.bytes()))
                .toList();
        var rules = Run.allRules();

        Answer answer = Answer.plain(rules, alerts);

        assertThat(answer.cases()).hasSizeGreaterThan(5);
        assertThat(rules).hasSize(11).allSatisfy(rule -> {
            Answer alone = Answer.plain(List.of(rule), alerts);
            assertThat(alone.findingsOf(rule.slug())).as(rule.slug()).isBetween(3L, 60L);
            assertThat(alone.findingsOf(rule.slug())).isEqualTo(answer.findingsOf(rule.slug()));
        });
    }
}
