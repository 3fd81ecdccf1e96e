package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.CaseStanding;
import id.kentongan.contracts.Decision;
import id.kentongan.contracts.Finding;
import id.kentongan.job.decision.DatedDecided;
import id.kentongan.job.decision.Decided;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people decided on a case, and an attack after it. */
class DecidedCasesTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> harness;
    private final List<Case> toldBeforeRestart = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void afterAnyVerdictTheNextFindingOpensACaseThatFollows(CaseStanding standing) throws Exception {
        find("f1", 0);
        String decided = told().get(0).id();
        decide(decided, standing, 10);
        find("f2", 20);

        assertThat(told()).extracting(Case::follows).containsExactly(null, decided);
        assertThat(told().get(1).findings()).extracting(Finding::id).containsExactly("f2");
    }

    @Test
    void findingThatGoesOnAfterTheVerdictOpensACaseOfAnotherName() throws Exception {
        find("f1", 0);
        String decided = told().get(0).id();
        decide(decided, CaseStanding.FALSE_POSITIVE, 10);
        find("f1", 20);

        assertThat(told()).hasSize(2);
        assertThat(told().get(1).id()).isNotEqualTo(decided);
        assertThat(told().get(1).follows()).isEqualTo(decided);
    }

    @Test
    void verdictHoldsFromItsMomentOn() throws Exception {
        find("f1", 0);
        decide(told().get(0).id(), CaseStanding.FALSE_NEGATIVE, 30);
        find("f2", 20);
        find("f3", 40);

        assertThat(told())
                .extracting(Case::id)
                .element(1)
                .isEqualTo(told().get(0).id());
        assertThat(told().get(2).follows()).isEqualTo(told().get(0).id());
    }

    @Test
    void caseThatWasOpenedAgainTakesFindingsAgain() throws Exception {
        find("f1", 0);
        String id = told().get(0).id();
        decide(id, CaseStanding.FALSE_POSITIVE, 10);
        decide(id, CaseStanding.OPEN, 15);
        find("f2", 20);

        assertThat(told()).extracting(Case::id).containsExactly(id, id);
    }

    @Test
    void restartForgetsNoVerdict() throws Exception {
        find("f1", 0);
        String decided = told().get(0).id();
        decide(decided, CaseStanding.FALSE_NEGATIVE, 10);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        toldBeforeRestart.addAll(harness.extractOutputValues());
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        find("f2", 20);

        assertThat(told()).extracting(Case::follows).containsExactly(null, decided);
    }

    private static KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> harness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CaseworkOperator(Casework.CASES_A_DAY), Contribution::scope, Types.STRING, 1, 1, 0);
    }

    private List<Case> told() {
        List<Case> told = new ArrayList<>(toldBeforeRestart);
        told.addAll(harness.extractOutputValues());
        return told;
    }

    private void find(String id, int minute) throws Exception {
        Instant at = NOON.plus(Duration.ofMinutes(minute));
        harness.processElement(
                Contribution.of(SomeFinding.of(id, "web-shell", at, minute + 1), Scopes.ONE), at.toEpochMilli());
        harness.processWatermark(at.toEpochMilli());
        harness.processBroadcastWatermark(at.toEpochMilli());
    }

    private void decide(String caseId, CaseStanding standing, int minute) throws Exception {
        Instant at = NOON.plus(Duration.ofMinutes(minute));
        String into = standing == CaseStanding.MERGED ? "c-other" : null;
        Decision decision = new Decision(caseId, standing, into, null, at, "budi", at);
        harness.processBroadcastElement(
                Notice.of(new DatedDecided(Decided.onCase(caseId, decision), at.toEpochMilli())), 0);
    }
}
