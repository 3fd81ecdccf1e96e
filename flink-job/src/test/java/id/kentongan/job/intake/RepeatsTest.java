package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.job.correlation.ReleasesAlerts;
import id.kentongan.job.rulechange.DatedRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both layers against alerts sent again, and what waits for time. */
class RepeatsTest {
    private static final Instant T = Instant.parse("2026-11-02T01:00:00Z");

    private KeyedTwoInputStreamOperatorTestHarness<String, Alert, DatedRule, Alert> releases;
    private IntakeChain numbers;
    private int passed;

    @BeforeEach
    void open() throws Exception {
        releases = harness();
        releases.open();
        numbers = new IntakeChain();
    }

    @AfterEach
    void close() throws Exception {
        releases.close();
        numbers.close();
    }

    @Test
    void hookAndFollowerAtOnceBringEachAlertOnce() throws Exception {
        numbers.alert(TakesAlertsTest.alert(1), "file", 7, 0, 1);
        numbers.alert(TakesAlertsTest.alert(1), "hook", 8, 0, 1);
        numbers.alert(TakesAlertsTest.alert(2), "hook", 8, 0, 2);
        numbers.alert(TakesAlertsTest.alert(2), "file", 7, 0, 2);

        sendTaken();

        assertThat(released()).extracting(Alert::id).containsExactly("1.1", "1.2");
    }

    /** Each a document of its own, of one event and one rule. */
    @Test
    void findingWrittenElevenTimesIsTakenOnce() throws Exception {
        Alert finding = WazuhAlerts.read(Wazuh5Samples.LOGIN.getBytes(UTF_8));
        for (int document = 1; document <= 11; document++) {
            numbers.alert(Wazuh5Samples.LOGIN, "findings", 7, 0, document);
        }

        sendTaken();
        time(finding.time().plusSeconds(1));

        assertThat(numbers.taken()).as("the first layer sees eleven records").hasSize(11);
        assertThat(releases.extractOutputValues()).extracting(Alert::key).containsExactly(finding.key());
    }

    @Test
    void lostCheckpointSendsAllAgainUnderANewEpochAndNothingIsTakenTwice() throws Exception {
        numbers.alert(TakesAlertsTest.alert(1), "file", 7, 0, 1);
        numbers.alert(TakesAlertsTest.alert(2), "file", 7, 0, 2);
        numbers.alert(TakesAlertsTest.alert(1), "file", 9, 0, 1);
        numbers.alert(TakesAlertsTest.alert(2), "file", 9, 0, 2);
        numbers.alert(TakesAlertsTest.alert(3), "file", 9, 0, 3);

        sendTaken();

        assertThat(numbers.taken()).as("the first layer lets a new epoch pass").hasSize(5);
        assertThat(released()).extracting(Alert::id).containsExactly("1.1", "1.2", "1.3");
    }

    @Test
    void seekBackBringsOnlyWhatWasNeverTakenAndItComesInOrder() throws Exception {
        numbers.alert(TakesAlertsTest.alert(5), "file", 7, 0, 1);
        numbers.alert(TakesAlertsTest.alert(4), "file", 10, 0, 1);
        numbers.alert(TakesAlertsTest.alert(5), "file", 10, 0, 2);

        sendTaken();

        assertThat(released()).extracting(Alert::id).containsExactly("1.4", "1.5");
    }

    @Test
    void drainedGrowthOfPartitionsKeepsWhatAKeyHasSeen() throws Exception {
        numbers.alert(TakesAlertsTest.alert(1), "file", 7, 0, 1);
        sendTaken();
        numbers.alert(TakesAlertsTest.alert(2), "file", 7, 5, 1);
        numbers.alert(TakesAlertsTest.alert(1), "file", 9, 5, 1);
        numbers.alert(TakesAlertsTest.alert(3), "file", 9, 5, 2);
        sendTaken();

        assertThat(released()).extracting(Alert::id).containsExactly("1.1", "1.2", "1.3");
    }

    @Test
    void restartRemembersWhatWasSeenAndWhatWaits() throws Exception {
        send(alert("1.1", T));
        restart();
        send(alert("1.1", T));

        assertThat(released()).extracting(Alert::id).containsExactly("1.1");
    }

    @Test
    void restartForgetsWhatWasLetOutSinceTheLastOne() throws Exception {
        send(alert("1.1", T));
        restart();
        time(T);
        send(alert("1.2", T.plusSeconds(1)));
        restart();

        assertThat(released()).extracting(Alert::id).containsExactly("1.2");
    }

    @Test
    void whatTimeHasPassedByGoesOnForAnHourAndIsThenRefusedAsLateAlsoAfterARestart() throws Exception {
        time(T.plus(Duration.ofMinutes(60)));
        restart();
        send(alert("1.1", T));
        send(alert("1.2", T.minusMillis(1)));

        assertThat(releases.extractOutputStreamRecords())
                .as("behind what time has reached")
                .extracting(StreamRecord::getTimestamp)
                .containsExactly(T.plus(Duration.ofMinutes(60)).toEpochMilli() + 1);
        assertThat(releases.extractOutputValues()).extracting(Alert::id).containsExactly("1.1");
        assertThat(releases.getSideOutput(ReleasesAlerts.LATE))
                .extracting(StreamRecord::getValue)
                .extracting(Refusal::reason)
                .containsExactly("late");
    }

    @Test
    void sameIdOfAnotherRuleOrAtAnotherSecondIsAnotherAlert() throws Exception {
        send(alert("1.1", T));
        send(WazuhAlerts.read(json("1.1", T).replace("5760", "5551").getBytes(UTF_8)));
        send(alert("1.1", T.plusSeconds(1)));

        assertThat(released()).hasSize(3);
    }

    @Test
    void memoryIsFreedOnceTimeIsFurtherThanRemembered() throws Exception {
        for (int i = 0; i < 120; i++) {
            send(alert("1." + i, T.plusSeconds(i)));
        }
        assertThat(releases.numEventTimeTimers()).isEqualTo(2);

        time(T.plus(Duration.ofMinutes(61)));
        assertThat(releases.numEventTimeTimers())
                .as("the first minute is forgotten")
                .isEqualTo(1);
        time(T.plus(Duration.ofMinutes(62)));
        assertThat(releases.numKeyedStateEntries()).isZero();
        assertThat(releases.numEventTimeTimers()).isZero();
    }

    private void sendTaken() throws Exception {
        List<Alert> taken = numbers.taken();
        for (Alert alert : taken.subList(passed, taken.size())) {
            send(alert);
        }
        passed = taken.size();
    }

    /** Of those that were sent, what time lets out. */
    private List<Alert> released() throws Exception {
        time(T.plus(Duration.ofMinutes(30)));
        return releases.extractOutputValues();
    }

    private void send(Alert alert) throws Exception {
        releases.processElement1(alert, alert.time().toEpochMilli());
    }

    private void time(Instant now) throws Exception {
        releases.processWatermark1(new Watermark(now.toEpochMilli()));
        releases.processWatermark2(new Watermark(now.toEpochMilli()));
    }

    private void restart() throws Exception {
        var state = releases.snapshot(1, 1);
        releases.close();
        releases = harness();
        releases.initializeState(state);
        releases.open();
    }

    private static Alert alert(String id, Instant time) {
        return WazuhAlerts.read(json(id, time).getBytes(UTF_8));
    }

    private static String json(String id, Instant time) {
        return "{\"timestamp\":\"" + time.toString().replace("Z", "+0000") + "\",\"id\":\"" + id
                + "\",\"rule\":{\"id\":\"5760\"},\"manager\":{\"name\":\"m\"},\"agent\":{\"id\":\"004\"}}";
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Alert, DatedRule, Alert> harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new ReleasesAlerts(), Alert::agent, rule -> "", Types.STRING);
    }
}
