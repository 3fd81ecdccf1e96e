package id.kentongan.job.intake;

import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lets time pass as the sources say. Watermarks from upstream are not passed on: they only tell that every partition of
 * this subtask has been heard ({@link PartitionsHeard}).
 *
 * <p>State: the clock of each source in each partition, and how far time had come. Every subtask is handed all of it
 * on a restart, because partitions may move between subtasks; a clock counts where its partition is heard.
 */
public final class KeepsTime extends AbstractStreamOperator<Arrival>
        implements OneInputStreamOperator<Arrival, Arrival> {
    private final Clocks.Limits limits;
    private transient Clocks clocks;
    private transient ListState<SourceClock> keptClocks;
    private transient ListState<Long> keptReached;
    private transient boolean allHeard;
    private transient long told;

    public KeepsTime() {
        this(Clocks.Limits.USUAL);
    }

    KeepsTime(Clocks.Limits limits) {
        this.limits = limits;
    }

    @Override
    public void open() throws Exception {
        super.open();
        MetricGroup metrics = getMetricGroup().addGroup("kentongan");
        metrics.gauge("sources_left_behind", () -> clocks.leftBehind());
        metrics.gauge("heartbeats_unbelieved", () -> clocks.unbelieved());
    }

    @Override
    public void processElement(StreamRecord<Arrival> element) {
        Arrival arrival = element.getValue();
        output.collect(element);
        Heartbeat heartbeat = arrival.heartbeat();
        Origin origin = arrival.origin();
        if (heartbeat != null && heartbeat.upTo() != Heartbeat.UNKNOWN) {
            String source = Objects.requireNonNull(origin, "expected a heartbeat to name its source")
                    .source();
            clocks.says(arrival.partition(), source, heartbeat.upTo(), arrival.brokerTime(), heartbeat.end());
            tell();
        } else if (heartbeat == null && origin == null) {
            saysNothing(arrival.alert(), arrival);
        }
    }

    private void saysNothing(@Nullable Alert alert, Arrival arrival) {
        if (alert != null) {
            clocks.saysNothing(arrival.partition(), alert.time().toEpochMilli(), arrival.brokerTime());
            tell();
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            super.processWatermark(mark);
        } else if (mark.getTimestamp() == PartitionsHeard.ALL) {
            allHeard = true;
            tell();
        }
    }

    /** Time is not even looked at before all is heard: looking keeps it from going back. */
    private void tell() {
        if (!allHeard) {
            return;
        }
        long now = clocks.reached();
        if (now > told) {
            told = now;
            output.emitWatermark(new Watermark(now));
        }
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        clocks = new Clocks(limits);
        told = Long.MIN_VALUE;
        var state = context.getOperatorStateStore();
        keptClocks = state.getUnionListState(
                new ListStateDescriptor<>("source-clocks", TypeInformation.of(SourceClock.class)));
        keptReached = state.getUnionListState(new ListStateDescriptor<>("reached", Types.LONG));
        for (SourceClock kept : keptClocks.get()) {
            clocks.merge(kept);
        }
        long least = Long.MAX_VALUE;
        for (Long kept : keptReached.get()) {
            least = Math.min(least, kept);
        }
        clocks.reachedBefore(least == Long.MAX_VALUE ? Long.MIN_VALUE : least);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        keptClocks.update(List.copyOf(clocks.all()));
        keptReached.update(List.of(told));
    }
}
