package id.kentongan.job.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Finding;
import id.kentongan.job.anomaly.Detector;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
        var rules = Shapes.all();

        Answer answer = Answer.plain(rules, Watch.IN_SHADOW, Scopes.ONE, alerts);

        assertThat(answer.cases()).hasSizeGreaterThan(5);
        assertThat(rules).hasSize(11).allSatisfy(rule -> {
            Answer alone = Answer.plain(List.of(rule), Watch.IN_SHADOW, Scopes.ONE, alerts);
            assertThat(alone.findingsOf(rule.slug())).as(rule.slug()).isBetween(3L, 60L);
            assertThat(alone.findingsOf(rule.slug())).isEqualTo(answer.findingsOf(rule.slug()));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyDetectorFindsSomethingBehindEveryDisturbance(long seed) throws Exception {
        List<Alert> alerts = Stream.of(Rhythm.before(seed), Attacks.of(seed), Rhythm.during(seed))
                .flatMap(List::stream)
                .map(line -> WazuhAlerts.read(line.bytes()))
                .toList();

        Answer answer = Answer.plain(Shapes.all(), Rhythm.WATCH, Rhythm.SCOPES, alerts);

        assertThat(Detector.values())
                .allSatisfy(detector -> assertThat(answer.findingsOf(detector.written()))
                        .as(detector.written())
                        .isBetween(1L, 200L));
        Instant disturbed = Attacks.START.plus(Rhythm.DISTURBED);
        assertThat(answer.findings().values().stream()
                        .filter(finding -> finding.last().isAfter(disturbed))
                        .map(Finding::ruleId))
                .contains(
                        Arrays.stream(Detector.values()).map(Detector::written).toArray(String[]::new));
        assertThat(answer.findings().values().stream()
                        .filter(finding -> finding.ruleId().equals(Detector.RATE.written()))
                        .map(finding -> finding.reasons().get(0).en()))
                .anyMatch(why -> why.matches("\\d+ alerts.*"))
                .anyMatch(why -> why.startsWith("source address"))
                .anyMatch(why -> why.startsWith("file"));
    }
}
