package id.kentongan.desk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleCasesTest {
    @Test
    void aRuleNobodyDecidedOnIsNotARuleThatWasAlwaysRight() {
        assertThat(new RuleCases(2, 5, 0, 0, 0, 5).falsePercent()).isEqualTo(-1);
        assertThat(new RuleCases(2, 5, 0, 0, 3, 2).falsePercent()).isZero();
    }

    @Test
    void whatWasNoAnomalyIsNoIncidentEither() {
        assertThat(new RuleCases(2, 8, 1, 1, 4, 2).falsePercent()).isEqualTo(33);
    }
}
