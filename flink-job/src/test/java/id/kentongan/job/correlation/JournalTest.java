package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.WazuhAlerts;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final long T = Instant.parse("2026-11-02T01:00:00Z").toEpochMilli();
    private static final long HORIZON = 300_000;
    private static final long LATE = LateLimit.kept(HORIZON);

    private final HoldsAJournal operator = new HoldsAJournal();
    private KeyedOneInputStreamOperatorTestHarness<String, EntityAlert, String> flink;

    @BeforeEach
    void open() throws Exception {
        flink = new KeyedOneInputStreamOperatorTestHarness<>(operator, EntityAlert::key, Types.STRING);
        flink.open();
    }

    @AfterEach
    void close() throws Exception {
        flink.close();
    }

    @Test
    void idleKeysAreFreed() throws Exception {
        for (int key = 0; key < 50; key++) {
            send("u" + key, T + key);
        }

        operator.journal.forgetBefore(T + HORIZON + LATE);
        assertThat(operator.journal.keys()).as("what still matters stays").isEqualTo(50);
        operator.journal.forgetBefore(T + HORIZON + LATE + 61_000);

        assertThat(operator.journal.keys()).isZero();
        assertThat(operator.journal.alerts()).isZero();
        assertThat(flink.numKeyedStateEntries()).isZero();
    }

    @Test
    void busyKeyForgetsWhatMattersNoMore() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            send("u", T + i * 10_000L);
        }

        assertThat(operator.journal.alerts())
                .as("450 matter at once, to late alerts too")
                .isBetween(450L, 1_000L);
        assertThat(operator.journal.isApproximate("USER|u", T + 20_000_000)).isFalse();
    }

    @Test
    void keyBeyondItsLimitIsApproximateForAsLongAsTheForgottenWouldMatter() throws Exception {
        for (int i = 0; i < 1_001; i++) {
            send("busy", T + i);
        }
        send("calm", T);

        assertThat(operator.journal.alerts()).isLessThanOrEqualTo(1_001);
        assertThat(operator.journal.forgottenEarly()).isPositive();
        assertThat(operator.journal.isApproximate("USER|busy", T + HORIZON)).isTrue();
        assertThat(operator.journal.isApproximate("USER|busy", T + HORIZON + 10_000))
                .isFalse();
        assertThat(operator.journal.isApproximate("USER|calm", T + 1)).isFalse();
    }

    @Test
    void whatStaysForLateAlertsAloneGoesFirst() throws Exception {
        for (int i = 0; i < 1_101; i++) {
            send("busy", T + i * 1_000L);
        }
        for (int i = 0; i < 6_000; i++) {
            send("u" + i, T + 1_101_000 + HORIZON + i * 20L);
        }

        assertThat(operator.journal.alerts()).isLessThanOrEqualTo(5_000);
        assertThat(operator.journal.isApproximate("USER|busy", T + 1_101_000 + HORIZON))
                .isFalse();
        assertThat(operator.journal.isApproximate("USER|busy", T + 100_000))
                .as("late alerts cannot be judged there any more")
                .isTrue();
    }

    @Test
    void keysThatForgotEarlyAreBoundedTooAndThenAllAreApproximate() throws Exception {
        for (int i = 0; i < 60_000; i++) {
            send("u" + i, T + i);
        }

        assertThat(operator.journal.keys()).isLessThanOrEqualTo(15_001);
        assertThat(flink.numKeyedStateEntries()).isLessThanOrEqualTo(15_001);
        assertThat(operator.journal.isApproximate("USER|u0", T + 60_000)).isTrue();
        assertThat(operator.journal.isApproximate("USER|u0", T + 400_000)).isFalse();
    }

    @Test
    void allKeysTogetherStayBelowTheLimit() throws Exception {
        for (int i = 0; i < 12_000; i++) {
            send("u" + i, T + i * 20L);
        }

        assertThat(operator.journal.alerts()).isLessThanOrEqualTo(5_000);
        assertThat(operator.journal.isApproximate("USER|u0", T + 200_000))
                .as("the soonest to end went first")
                .isTrue();
        assertThat(operator.journal.isApproximate("USER|u11999", T + 200_000)).isFalse();
    }

    private void send(String user, long time) throws Exception {
        String json =
                "{\"timestamp\":\"" + Instant.ofEpochMilli(time).toString().replace("Z", "+0000")
                        + "\",\"id\":\"1." + time + "\",\"rule\":{\"id\":\"5760\"},\"manager\":{\"name\":\"m\"},"
                        + "\"agent\":{\"id\":\"004\"},\"data\":{\"dstuser\":\"" + user + "\"}}";
        var alert = WazuhAlerts.read(json.getBytes(UTF_8));
        flink.processElement(new StreamRecord<>(new EntityAlert(EntityKind.USER, user, alert), time));
    }

    /** A journal needs an operator around it for its keyed state. */
    private static final class HoldsAJournal extends AbstractStreamOperator<String>
            implements OneInputStreamOperator<EntityAlert, String> {
        private transient Journal journal;

        @Override
        public void open() throws Exception {
            super.open();
            journal = new Journal(
                    getKeyedStateStore().getMapState(Journal.ENTRIES),
                    getKeyedStateStore().getState(Journal.APPROXIMATE),
                    this::setCurrentKey,
                    new JournalLimits(1_000, 5_000));
        }

        @Override
        public void processElement(StreamRecord<EntityAlert> element) throws Exception {
            EntityAlert copy = element.getValue();
            journal.add(copy.key(), new Kept(copy, copy.time() + HORIZON), copy.time() - 1);
        }
    }
}
