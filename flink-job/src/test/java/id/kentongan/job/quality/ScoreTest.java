package id.kentongan.job.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kentongan.job.intake.WazuhAlerts;
import id.kentongan.job.quality.Labels.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Instant START = Instant.parse("2022-01-15T00:00:00Z");

    private final Witnessed witnessed = new Witnessed();
    private final Labels labels = new Labels(
            Map.of(
                    "scan-1", new Label("scans", "scan"),
                    "scan-2", new Label("scans", "scan"),
                    "sudo-1", new Label("privilege", "sudo"),
                    "near", new Label("scans", ""),
                    "flood", new Label("", "dnsteal")),
            Set.of("scan", "sudo", "dnsteal"));

    @Test
    void countsCasesStepsPurityAndDelayAsTheyAreDefined() {
        List.of("first", "scan-1", "scan-2", "near", "sudo-1", "flood", "ordinary")
                .forEach(this::see);
        Score score = new Score();

        score.add(
                "net",
                List.of(
                        shown(90, "scan-1", "scan-2", "ordinary", "near"),
                        shown(30, "near"),
                        shown(30, "ordinary", "first"),
                        shown(30, "flood")),
                witnessed,
                labels);

        Score.Figures figures = score.figures();
        assertThat(figures.found()).isEqualTo(1);
        assertThat(figures.steps()).isEqualTo(2);
        assertThat(figures.missed()).containsExactly("net sudo");
        assertThat(figures.cases()).isEqualTo(3);
        assertThat(figures.falseCases()).isEqualTo(1);
        assertThat(figures.unknown()).isEqualTo(1);
        assertThat(figures.precision()).isEqualTo(0.5);
        assertThat(figures.casesPerAttack()).isEqualTo(1);
        assertThat(figures.best()).isEqualTo(0.5);
        assertThat(figures.purity()).isEqualTo(0.75);
        assertThat(figures.margin()).isEqualTo(2.5);
        assertThat(figures.worstDelay()).isCloseTo(80, within(0.001));
    }

    @Test
    void aCaseOfTwoAttacksIsTold() {
        Labels two = new Labels(
                Map.of("a", new Label("", "north:scan"), "b", new Label("", "south:scan")),
                Set.of("north:scan", "south:scan"));
        List.of("a", "b").forEach(this::see);
        Score score = new Score();

        score.add("net", List.of(shown(0, "a", "b")), witnessed, two);

        assertThat(score.figures().mixed()).isEqualTo(1);
        assertThat(Goal.of("coincide").missedBy(score.figures())).contains("1 cases mix attacks");
    }

    private int seen;

    private void see(String id) {
        Instant time = START.plus(Duration.ofSeconds(10L * seen++));
        witnessed.see(WazuhAlerts.plain(time, id, "1"));
    }

    private static Shown shown(long second, String... ids) {
        return new Shown(START.plusSeconds(second), List.of(ids), List.of(ids), 2.5);
    }
}
