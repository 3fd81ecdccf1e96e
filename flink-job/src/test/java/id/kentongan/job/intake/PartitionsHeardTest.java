package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class PartitionsHeardTest {
    private static final Origin ORIGIN = new Origin(0, "a", 1, 1);
    private static final Alert ALERT = WazuhAlerts.read(TakesAlertsTest.alert(1).getBytes(UTF_8));

    private final PartitionsHeard heard = new PartitionsHeard();
    private final List<Long> said = new ArrayList<>();

    /** The alerts of a partition come before its first heartbeat: time must wait for that one. */
    @Test
    void alertsOfASourceThatBeatsSayNothing() {
        arrives(new Arrival(ALERT, null, null, ORIGIN, 0, 1));
        arrives(new Arrival(null, null, null, ORIGIN, 0, 1));

        assertThat(said).isEmpty();
    }

    @Test
    void firstHeartbeatSaysItOnce() {
        arrives(new Arrival(null, null, new Heartbeat(5, false, null), ORIGIN, 0, 1));
        arrives(new Arrival(null, null, new Heartbeat(6, false, null), ORIGIN, 0, 1));

        assertThat(said).containsExactly(PartitionsHeard.ALL);
    }

    @Test
    void alertOfAProducerWithoutHeartbeatsSaysItToo() {
        arrives(new Arrival(ALERT, null, null, null, 0, 1));

        assertThat(said).containsExactly(PartitionsHeard.ALL);
    }

    private void arrives(Arrival arrival) {
        heard.onEvent(arrival, 0, new WatermarkOutput() {
            @Override
            public void emitWatermark(Watermark watermark) {
                said.add(watermark.getTimestamp());
            }

            @Override
            public void markIdle() {
                throw new AssertionError("no partition is ever idle: its sources beat");
            }

            @Override
            public void markActive() {
                throw new AssertionError("no partition is ever idle: its sources beat");
            }
        });
    }
}
