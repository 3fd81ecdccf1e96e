package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.Dashboard;
import id.kentongan.desk.trial.Dashboard.Target;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

class DashboardTest {
    private static final Pattern METRIC = Pattern.compile("\\bkentongan_[a-z_]+");
    private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)");

    @Test
    void everyPanelHasATitleInBothLanguagesAUnitAndAProvisionedDataSource() throws IOException {
        Set<String> provisioned = provisionedSources();

        assertThat(Dashboard.read().panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asString()).contains(" / ");
            assertThat(panel.path("description").asString()).contains(" / ");
            assertThat(panel.at("/fieldConfig/defaults/unit").asString("")).isNotBlank();
            assertThat(panel.path("targets").size()).isPositive();
            assertThat(provisioned).contains(source(panel));
            panel.path("targets").forEach(target -> assertThat(provisioned).contains(source(target)));
        });
    }

    @Test
    void panelsDoNotLieOnEachOther() throws IOException {
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : Dashboard.read().panels()) {
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    int column = place.path("x").asInt() + x;
                    assertThat(column).isLessThan(24);
                    assertThat(taken.add(column + "," + (place.path("y").asInt() + y)))
                            .as(panel.path("title").asString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theDashboardAsksForTheAgreedMetricsAndNoOthers() throws IOException {
        Map<String, List<String>> agreed = Dashboard.agreedMetrics();
        List<Target> targets = Dashboard.read().targets();

        Set<String> asked = targets.stream()
                .flatMap(target -> METRIC.matcher(target.promql()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(asked).isSubsetOf(agreed.keySet());
        assertThat(targets)
                .filteredOn(target -> !target.isSql())
                .allSatisfy(target -> LABELS.matcher(target.promql())
                        .results()
                        .flatMap(labels -> List.of(labels.group(1).split(", ?")).stream())
                        .forEach(label -> assertThat(labelsOf(target, agreed)).contains(label)));
    }

    @Test
    void countersAreShownAsRatesOverAnIntervalThatGrafanaChooses() throws IOException {
        assertThat(Dashboard.read().targets())
                .filteredOn(target -> target.promql().contains("_total"))
                .allSatisfy(target -> assertThat(target.promql())
                        .containsPattern("(rate|increase)\\([a-z_]+\\[\\$__rate_interval]\\)"));
    }

    @Test
    void noSecretIsWrittenDown() throws IOException {
        assertThat(Dashboard.provisioning("datasources/kentongan.yml"))
                .contains("password: $KENTONGAN_PANEL_PASSWORD", "user: panel_reader");
        assertThat(Dashboard.file("README.md")).contains("Grafana itself was never started here");
    }

    @Test
    void prometheusIsToldToAskAllThreePrograms() throws IOException {
        assertThat(Dashboard.file("prometheus/prometheus.yml"))
                .contains("127.0.0.1:9480", "127.0.0.1:9482", "127.0.0.1:9484", "/actuator/prometheus");
    }

    private static List<String> labelsOf(Target target, Map<String, List<String>> agreed) {
        return METRIC.matcher(target.promql())
                .results()
                .flatMap(metric -> agreed.get(metric.group()).stream())
                .toList();
    }

    private static String source(JsonNode node) {
        JsonNode source = node.path("datasource");
        return source.path("type").asString("") + " " + source.path("uid").asString("");
    }

    private static Set<String> provisionedSources() throws IOException {
        Object yaml = new Load(LoadSettings.builder().build())
                .loadFromString(Dashboard.provisioning("datasources/kentongan.yml"));
        return ((List<?>) ((Map<?, ?>) yaml).get("datasources"))
                .stream()
                        .map(source -> ((Map<?, ?>) source).get("type") + " " + ((Map<?, ?>) source).get("uid"))
                        .collect(Collectors.toSet());
    }
}
