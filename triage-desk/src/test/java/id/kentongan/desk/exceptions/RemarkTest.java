package id.kentongan.desk.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.findings.Effect;
import id.kentongan.desk.trial.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemarkTest {
    private static final Instant NOW = Samples.START;

    @ParameterizedTest(name = "in force for {0} days, the last finding {1} days ago: {2} {3}")
    @CsvSource({"13, , NONE, 0", "14, , IDLE, 14", "30, 13, NONE, 0", "30, 20, IDLE, 20", "5, 20, NONE, 0"})
    void whatCoveredNothingForTwoWeeksCanGo(int inForce, Integer last, Remark.Kind kind, long days) {
        Effect effect = new Effect(1, 1, 0, last == null ? null : ago(last), List.of());

        assertThat(Remark.on(effect, ago(inForce), NOW)).isEqualTo(new Remark(kind, days));
    }

    @ParameterizedTest(name = "in force for {0} days, {1} findings in the last week: {2} {3}")
    @CsvSource({"30, 140, NONE, 0", "30, 147, MANY, 21", "0, 21, MANY, 21", "2, 40, NONE, 0", "2, 42, MANY, 21"})
    void whatCoversManyADayIsLookedAtAgain(int inForce, long week, Remark.Kind kind, long daily) {
        Effect effect = new Effect(1000, 9, week, NOW, List.of());

        assertThat(Remark.on(effect, ago(inForce), NOW)).isEqualTo(new Remark(kind, daily));
    }

    @Test
    void aQuietOneIsToldAsIdleNotAsBusy() {
        Effect effect = new Effect(1000, 9, 0, ago(15), List.of());

        assertThat(Remark.on(effect, ago(40), NOW).kind()).isEqualTo(Remark.Kind.IDLE);
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
