package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new KeyedBroadcastOperatorTestHarness<>(
                new CaseworkOperator(Casework.CASES_A_DAY), Contribution::scope, Types.STRING, 1, 1, 0);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void caseWithoutGapsIsComplete() throws Exception {
        assertThat(caseAtNoon().gaps()).isEmpty();
    }

    @Test
    void gapInTheHourBeforeTheFirstAlertIsNamed() throws Exception {
        learn(gap(Duration.ofMinutes(-50), Duration.ofMinutes(-40), "m"));
        learn(gap(Duration.ofMinutes(-50), Duration.ofMinutes(-40), "m"));

        assertThat(caseAtNoon().gaps()).extracting(Gap::reason).containsExactly(GapReason.TRUNCATED);
    }

    @Test
    void gapOfAnotherNodeOrLongBeforeOrNotYetBegunIsNot() throws Exception {
        learn(gap(Duration.ofMinutes(-50), Duration.ofMinutes(-40), "n"));
        learn(gap(Duration.ofMinutes(-90), Duration.ofMinutes(-61), "m"));
        learn(gap(Duration.ofMinutes(1), Duration.ofMinutes(2), "m"));

        assertThat(caseAtNoon().gaps()).isEmpty();
    }

    @Test
    void gapOfAnUnknownNodeTouchesEveryCase() throws Exception {
        learn(gap(Duration.ofMinutes(-5), Duration.ofMinutes(5), null));

        assertThat(caseAtNoon().gaps()).hasSize(1);
    }

    @Test
    void floodOfGapsIsBounded() throws Exception {
        for (int i = 0; i < Gaps.MOST + 50; i++) {
            learn(gap(Duration.ofSeconds(-i - 1), Duration.ZERO, "m"));
        }

        int known = 0;
        for (Map.Entry<String, Gap> any :
                harness.getBroadcastState(OpensCases.GAPS).immutableEntries()) {
            known += any.getKey().isEmpty() ? 0 : 1;
        }
        assertThat(known).isEqualTo(Gaps.MOST);
        assertThat(caseAtNoon().gaps()).hasSize(Case.MAX_GAPS);
    }

    private void learn(Gap gap) throws Exception {
        harness.processBroadcastElement(Notice.of(gap), 0);
    }

    private Case caseAtNoon() throws Exception {
        harness.processElement(Contribution.of(SomeFinding.of("f", "rule", NOON, 1), Scopes.ONE), NOON.toEpochMilli());
        harness.processWatermark(NOON.toEpochMilli());
        harness.processBroadcastWatermark(NOON.toEpochMilli());
        return harness.extractOutputValues().get(0);
    }

    private static Gap gap(Duration from, Duration to, @Nullable String node) {
        return new Gap("g" + from + node, "s", node, GapReason.TRUNCATED, NOON.plus(from), NOON.plus(to), -1, "f");
    }
}
