package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both layers, one behind the other: numbers first, then what the alert is. */
class DropsRepeatsTest {
    private static final Instant T = Instant.parse("2026-11-02T01:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, Alert, Alert> drops;
    private IntakeChain numbers;
    private int passed;

    @BeforeEach
    void open() throws Exception {
        drops = harness();
        drops.open();
        numbers = new IntakeChain();
    }

    @AfterEach
    void close() throws Exception {
        drops.close();
        numbers.close();
    }

    @Test
    void hookAndFollowerAtOnceBringEachAlertOnce() throws Exception {
        numbers.alert(TakesAlertsTest.alert(1), "file", 7, 0, 1);
        numbers.alert(TakesAlertsTest.alert(1), "hook", 8, 0, 1);
        numbers.alert(TakesAlertsTest.alert(2), "hook", 8, 0, 2);
        numbers.alert(TakesAlertsTest.alert(2), "file", 7, 0, 2);

        assertThat(through()).extracting(Alert::id).containsExactly("1.1", "1.2");
    }

    @Test
    void lostCheckpointSendsAllAgainUnderANewEpochAndNothingIsTakenTwice() throws Exception {
        numbers.alert(TakesAlertsTest.alert(1), "file", 7, 0, 1);
        numbers.alert(TakesAlertsTest.alert(2), "file", 7, 0, 2);
        numbers.alert(TakesAlertsTest.alert(1), "file", 9, 0, 1);
        numbers.alert(TakesAlertsTest.alert(2), "file", 9, 0, 2);
        numbers.alert(TakesAlertsTest.alert(3), "file", 9, 0, 3);

        assertThat(numbers.taken()).as("the first layer lets a new epoch pass").hasSize(5);
        assertThat(through()).extracting(Alert::id).containsExactly("1.1", "1.2", "1.3");
    }

    @Test
    void seekBackBringsOnlyWhatWasNeverTaken() throws Exception {
        numbers.alert(TakesAlertsTest.alert(5), "file", 7, 0, 1);
        numbers.alert(TakesAlertsTest.alert(4), "file", 10, 0, 1);
        numbers.alert(TakesAlertsTest.alert(5), "file", 10, 0, 2);

        assertThat(through()).extracting(Alert::id).containsExactly("1.5", "1.4");
    }

    @Test
    void drainedGrowthOfPartitionsKeepsWhatAKeyHasSeen() throws Exception {
        numbers.alert(TakesAlertsTest.alert(1), "file", 7, 0, 1);
        through();
        numbers.alert(TakesAlertsTest.alert(2), "file", 7, 5, 1);
        numbers.alert(TakesAlertsTest.alert(1), "file", 9, 5, 1);
        numbers.alert(TakesAlertsTest.alert(3), "file", 9, 5, 2);

        through();
        assertThat(drops.extractOutputValues()).extracting(Alert::id).containsExactly("1.1", "1.2", "1.3");
    }

    @Test
    void restartRemembers() throws Exception {
        send(alert("1.1", T));
        var state = drops.snapshot(1, 1);
        drops.close();
        drops = harness();
        drops.initializeState(state);
        drops.open();
        send(alert("1.1", T));

        assertThat(drops.extractOutputValues()).isEmpty();
    }

    @Test
    void sameIdOfAnotherRuleOrAtAnotherSecondIsAnotherAlert() throws Exception {
        send(alert("1.1", T));
        send(WazuhAlerts.read(json("1.1", T).replace("5760", "5551").getBytes(UTF_8)));
        send(alert("1.1", T.plusSeconds(1)));

        assertThat(drops.extractOutputValues()).hasSize(3);
    }

    @Test
    void memoryIsFreedOnceTimeIsFurtherThanRemembered() throws Exception {
        for (int i = 0; i < 120; i++) {
            send(alert("1." + i, T.plusSeconds(i)));
        }
        assertThat(drops.numEventTimeTimers()).isEqualTo(2);

        drops.processWatermark(T.plus(Duration.ofHours(2)).plusSeconds(60).toEpochMilli());
        send(alert("1.0", T));
        send(alert("1.60", T.plusSeconds(60)));
        assertThat(drops.extractOutputValues())
                .as("the first minute is forgotten, the second is not")
                .hasSize(121);
        drops.processWatermark(T.plus(Duration.ofHours(3)).toEpochMilli());
        assertThat(drops.numKeyedStateEntries()).isZero();
        assertThat(drops.numEventTimeTimers()).isZero();
    }

    private List<Alert> through() throws Exception {
        List<Alert> taken = numbers.taken();
        for (Alert alert : taken.subList(passed, taken.size())) {
            send(alert);
        }
        passed = taken.size();
        return drops.extractOutputValues();
    }

    private void send(Alert alert) throws Exception {
        drops.processElement(alert, alert.time().toEpochMilli());
    }

    private static Alert alert(String id, Instant time) {
        return WazuhAlerts.read(json(id, time).getBytes(UTF_8));
    }

    private static String json(String id, Instant time) {
        return "{\"timestamp\":\"" + time.toString().replace("Z", "+0000") + "\",\"id\":\"" + id
                + "\",\"rule\":{\"id\":\"5760\"},\"manager\":{\"name\":\"m\"},\"agent\":{\"id\":\"004\"}}";
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Alert, Alert> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DropsRepeats(Duration.ofHours(2))), Alert::agent, Types.STRING);
    }
}
