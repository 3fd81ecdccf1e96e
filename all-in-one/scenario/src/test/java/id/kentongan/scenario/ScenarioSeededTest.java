package id.kentongan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.scenario.attack.Truth;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioSeededTest {
    private static final Set<String> WITH_ADDRESS = Set.of("brute-force-success");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 2, 3, 1009})
    void exactlyTheAttacksMeetADefinitionOnExactlyTheirAgents(long seed) {
        Written written = Written.of(seed, 1, 12, 6_000);

        assertThat(Oracle.hits(written.alerts())).isEqualTo(expected(written));
    }

    @Test
    void severalDaysAndManyAgentsAddNoChanceHit() {
        Written written = Written.of(5, 3, 40, 4_000);

        assertThat(Oracle.hits(written.alerts())).isEqualTo(expected(written));
    }

    @Test
    void aBusyDayAddsNoChanceHit() {
        Written written = Written.of(42, 1, 12, 20_000);

        assertThat(Oracle.hits(written.alerts())).isEqualTo(expected(written));
    }

    @Test
    void sameSeedGivesSameBytesAndAnotherSeedOthers() {
        String once = Written.of(42, 1, 12, 2_000).text();

        assertThat(Written.of(42, 1, 12, 2_000).text()).isEqualTo(once);
        assertThat(Written.of(43, 1, 12, 2_000).text()).isNotEqualTo(once);
    }

    @Test
    void nearMissesHaveAgentsOfTheirOwn() {
        Written written = Written.of(42, 1, 12, 2_000);

        Set<String> attacked = agents(written, true);
        assertThat(attacked).isNotEmpty().doesNotContainAnyElementsOf(agents(written, false));
    }

    @Test
    void everyPlantedEventLiesInsideItsDay() {
        for (Truth truth : Written.of(42, 1, 12, 2_000).truth()) {
            assertThat(truth.first()).isAfterOrEqualTo(Written.START);
            assertThat(truth.last()).isBefore(Written.START.plus(Duration.ofDays(1)));
        }
    }

    private static Set<String> agents(Written written, boolean opensCase) {
        Set<String> agents = new TreeSet<>();
        written.truth().stream()
                .filter(truth -> truth.opensCase() == opensCase)
                .forEach(truth -> agents.add(truth.agentId()));
        return agents;
    }

    private static Set<String> expected(Written written) {
        Set<String> expected = new TreeSet<>();
        for (Truth truth : written.truth()) {
            if (truth.rule() != null) {
                String address = WITH_ADDRESS.contains(truth.rule()) ? " " + truth.sourceIp() : "";
                expected.add(truth.rule() + " " + truth.agentId() + address);
            }
            truth.alsoRules().forEach(rule -> expected.add(rule + " " + truth.agentId()));
        }
        return expected;
    }
}
