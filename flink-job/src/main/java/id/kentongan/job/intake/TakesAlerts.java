package id.kentongan.job.intake;

import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets each alert pass once, sends refusals aside, ends heartbeats. State: a mark a stream of lines (a file in a
 * partition), a few a day; it has no time to live because a source may pause for weeks.
 */
public final class TakesAlerts extends ProcessFunction<Arrival, Alert> implements CheckpointedFunction {
    public static final OutputTag<Refusal> REFUSED = new OutputTag<>("refused", TypeInformation.of(Refusal.class));

    private transient HighWater highWater;
    private transient ListState<Tuple2<String, Long>> kept;
    private transient MetricGroup metrics;
    private transient Counter taken;
    private transient Counter resent;

    @Override
    public void open(OpenContext context) {
        metrics = getRuntimeContext().getMetricGroup().addGroup("kentongan");
        taken = metrics.counter("alerts");
        resent = metrics.counter("alerts_resent");
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<Alert> out) {
        Origin origin = arrival.origin();
        if (origin != null && !highWater.rises(origin)) {
            resent.inc();
            return;
        }
        Alert alert = arrival.alert();
        Refusal refusal = arrival.refusal();
        if (alert != null) {
            taken.inc();
            out.collect(alert);
        } else if (refusal != null) {
            metrics.addGroup("reason", refusal.reason())
                    .counter("alerts_rejected")
                    .inc();
            context.output(REFUSED, refusal);
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        highWater = new HighWater();
        kept = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("high-water", Types.TUPLE(Types.STRING, Types.LONG)));
        for (Tuple2<String, Long> mark : kept.get()) {
            highWater.merge(mark.f0, mark.f1);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        kept.clear();
        for (Map.Entry<String, Long> mark : highWater.marks().entrySet()) {
            kept.add(Tuple2.of(mark.getKey(), mark.getValue()));
        }
    }
}
