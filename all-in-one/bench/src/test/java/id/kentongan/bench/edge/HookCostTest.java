package id.kentongan.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HookCostTest {
    @Test
    void timeOfTheChildrenIsTheSecondLineOfWhatTheShellTells() {
        assertThat(HookCost.millisOfChildren("0m9.000s 0m9.000s\n1m0.250s 0m0.030s\n"))
                .isCloseTo(60_280, within(0.001));
    }

    @Test
    void otherWordsOfTheShellAreNoTime() {
        assertThatThrownBy(() -> HookCost.millisOfChildren("cannot fork")).hasMessageContaining("cannot fork");
    }

    @Test
    void worstIsAgainstTheShellThatIsHardestToBeat() {
        var both = new HookCost.Result(
                Map.of(HookCost.HOOK, 3.0, HookCost.BUILTIN_ON_DASH, 1.0, HookCost.BUILTIN_ON_BASH, 2.0), 0, 0);
        var bashAlone = new HookCost.Result(Map.of(HookCost.HOOK, 3.0, HookCost.BUILTIN_ON_BASH, 2.0), 0, 0);

        assertThat(both.worst()).isEqualTo(3);
        assertThat(bashAlone.worst()).isEqualTo(1.5);
        assertThat(new HookCost.Result(Map.of(HookCost.HOOK, 3.0), 0, 0).worst())
                .isNull();
    }

    @Test
    void leastScriptThatCarriesTheAlertIsAMeasureOfItsOwn() {
        var both = new HookCost.Result(
                Map.of(HookCost.HOOK, 3.0, HookCost.BUILTIN_ON_DASH, 1.0, HookCost.READ_ON_DASH, 2.0), 0, 0);

        assertThat(both.worst()).isEqualTo(3);
        assertThat(both.worstAgainstReading()).isEqualTo(1.5);
    }
}
