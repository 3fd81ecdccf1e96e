package id.kentongan.job.decision;

import id.kentongan.job.dating.HeldTime;
import id.kentongan.job.intake.Alert;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Decides from when on a decision or an exception holds ({@link HeldTime}). One subtask; all who judge hear of it
 * before they hear of a time at which it holds, because time reaches them through here too. State: how far time is.
 */
public final class DatesDecisions extends AbstractStreamOperator<DatedDecided>
        implements TwoInputStreamOperator<Decided, Alert, DatedDecided> {
    private final boolean checkpoints;
    private transient ListState<Long> keptTime;
    private transient HeldTime time;

    /** @param checkpoints whether there are any to wait for */
    public DatesDecisions(boolean checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        keptTime = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("time", Types.LONG));
        long now = Long.MIN_VALUE;
        for (Long each : keptTime.get()) {
            now = each;
        }
        time = new HeldTime(now, checkpoints);
    }

    @Override
    public void processElement1(StreamRecord<Decided> element) {
        Decided decided = element.getValue();
        long from = time.from(decided.wantedFrom());
        output.collect(new StreamRecord<>(new DatedDecided(decided, from)));
        time.holdAt(from);
    }

    @Override
    public void processElement2(StreamRecord<Alert> element) {
        throw new IllegalStateException("expected the second input to bring time alone, got an alert");
    }

    /** Decisions hold no time. */
    @Override
    public void processWatermark1(Watermark mark) {}

    @Override
    public void processWatermark2(Watermark mark) {
        time.passes(mark.getTimestamp());
        tellTime();
    }

    private void tellTime() {
        time.toTell().ifPresent(upTo -> output.emitWatermark(new Watermark(upTo)));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        keptTime.update(List.of(time.now()));
        time.checkpointBegins(context.getCheckpointId());
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        time.checkpointIsComplete(checkpointId);
        tellTime();
    }
}
