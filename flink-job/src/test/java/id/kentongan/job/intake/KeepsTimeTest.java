package id.kentongan.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeepsTimeTest {
    private final List<OneInputStreamOperatorTestHarness<Arrival, Arrival>> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (OneInputStreamOperatorTestHarness<Arrival, Arrival> each : opened) {
            each.close();
        }
    }

    @Test
    void timeStandsUntilEveryPartitionIsHeardAndHeartbeatsCome() throws Exception {
        var harness = fresh();
        beat(harness, 0, "a", 5_000);
        assertThat(watermarks(harness)).isEmpty();

        harness.processWatermark(PartitionsHeard.ALL);
        beat(harness, 0, "a", 6_000);

        assertThat(watermarks(harness)).containsExactly(5_000L, 6_000L);
    }

    @Test
    void endOfAllInputIsPassedOn() throws Exception {
        var harness = fresh();
        harness.processWatermark(Watermark.MAX_WATERMARK);

        assertThat(watermarks(harness)).containsExactly(Long.MAX_VALUE);
    }

    /** The one that is silent after the restart still holds time where it was. */
    @Test
    void restartKeepsTheClockOfASourceThatIsNotHeardAgainYet() throws Exception {
        var harness = fresh();
        harness.processWatermark(PartitionsHeard.ALL);
        beat(harness, 0, "b", 4_000);
        beat(harness, 0, "a", 5_000);

        var again = subtask(1, 0);
        again.initializeState(harness.snapshot(1, 1));
        again.open();
        again.processWatermark(PartitionsHeard.ALL);
        beat(again, 0, "a", 9_000);
        assertThat(watermarks(again)).containsExactly(4_000L);
        beat(again, 0, "b", 8_000);
        assertThat(watermarks(again)).containsExactly(4_000L, 8_000L);
    }

    @Test
    void partitionsThatMoveToAnotherSubtaskTakeTheirClocksAlong() throws Exception {
        var first = subtask(2, 0);
        var second = subtask(2, 1);
        first.open();
        second.open();
        beat(first, 0, "b", 4_000);
        beat(first, 0, "a", 5_000);
        beat(second, 1, "b", 3_000);
        beat(second, 1, "a", 5_000);
        OperatorSubtaskState all =
                AbstractStreamOperatorTestHarness.repackageState(first.snapshot(1, 1), second.snapshot(1, 1));

        var alone = subtask(1, 0);
        alone.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(all, 2, 2, 1, 0));
        alone.open();
        beat(alone, 0, "a", 9_000);
        beat(alone, 1, "a", 9_000);
        alone.processWatermark(PartitionsHeard.ALL);

        assertThat(watermarks(alone)).containsExactly(3_000L);
    }

    private OneInputStreamOperatorTestHarness<Arrival, Arrival> fresh() throws Exception {
        var harness = subtask(1, 0);
        harness.open();
        return harness;
    }

    private OneInputStreamOperatorTestHarness<Arrival, Arrival> subtask(int of, int index) throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(new KeepsTime(), 2, of, index);
        opened.add(harness);
        return harness;
    }

    private static void beat(
            OneInputStreamOperatorTestHarness<Arrival, Arrival> harness, int partition, String source, long upTo)
            throws Exception {
        Heartbeat heartbeat = new Heartbeat(upTo, false, null);
        Origin origin = new Origin(partition, source, 1, 0);
        harness.processElement(new StreamRecord<>(new Arrival(null, null, heartbeat, origin, partition, upTo), upTo));
    }

    private static List<Long> watermarks(OneInputStreamOperatorTestHarness<Arrival, Arrival> harness) {
        return harness.getOutput().stream()
                .filter(Watermark.class::isInstance)
                .map(each -> ((Watermark) each).getTimestamp())
                .toList();
    }
}
