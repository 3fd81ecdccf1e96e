package id.kentongan.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class HeartbeatWatermarksTest {
    private final HeartbeatWatermarks watermarks = new HeartbeatWatermarks();
    private final Output output = new Output();

    @Test
    void timeIsTheLeastOfTheSourcesHeard() {
        beat("a", 5_000, false);
        beat("b", 3_000, false);

        assertThat(output.latest).isEqualTo(3_000);
    }

    @Test
    void anEndedSourceHoldsTimeNoLonger() {
        beat("a", 5_000, false);
        beat("b", 3_000, true);

        assertThat(output.latest).isEqualTo(5_000);
    }

    @Test
    void whenAllHaveEndedEverythingIsReleased() {
        beat("a", 5_000, true);

        assertThat(output.latest).isEqualTo(5_000 + HeartbeatWatermarks.RELEASE.toMillis());
    }

    @Test
    void aSourceNeverGoesBack() {
        beat("a", 5_000, false);
        beat("a", 4_000, false);

        assertThat(output.latest).isEqualTo(5_000);
    }

    @Test
    void refusedRecordsMoveNoTime() {
        watermarks.onEvent(Arrival.of(new Refusal("a", "not-json", "0/0", new byte[0]), null), 9, output);

        assertThat(output.latest).isEqualTo(Long.MIN_VALUE);
    }

    private void beat(String source, long upTo, boolean end) {
        watermarks.onEvent(Arrival.of(new Heartbeat(source, upTo, end)), 0, output);
    }

    private static final class Output implements WatermarkOutput {
        private long latest = Long.MIN_VALUE;

        @Override
        public void emitWatermark(Watermark watermark) {
            latest = watermark.getTimestamp();
        }

        @Override
        public void markIdle() {
            throw new AssertionError("no partition is ever idle: its sources beat");
        }

        @Override
        public void markActive() {
            throw new AssertionError("no partition is ever idle: its sources beat");
        }
    }
}
