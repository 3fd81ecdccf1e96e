package id.kentongan.job.decision;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Marks the findings that an exception in force covers. Each waits until time has come to it: so all have heard by then
 * what holds. State: what waits; the exceptions that can still matter.
 */
public final class ExceptsFindings extends KeyedBroadcastProcessFunction<String, Finding, DatedDecided, Finding> {
    public static final MapStateDescriptor<String, DatedDecided> EXCEPTIONS =
            new MapStateDescriptor<>("exceptions", Types.STRING, TypeInformation.of(DatedDecided.class));

    private transient MapState<Long, List<Finding>> waiting;
    private transient Counter excepted;

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(TypeInformation.of(Finding.class))));
        excepted = getRuntimeContext().getMetricGroup().addGroup("kentongan").counter("findings_excepted");
    }

    @Override
    public void processElement(Finding finding, ReadOnlyContext context, Collector<Finding> out) throws Exception {
        long time = Objects.requireNonNull(context.timestamp(), "expected every finding to carry its event time");
        List<Finding> together = new ArrayList<>(Objects.requireNonNullElse(waiting.get(time), List.<Finding>of()));
        together.add(finding);
        waiting.put(time, together);
        context.timerService().registerEventTimeTimer(time);
    }

    @Override
    public void processBroadcastElement(DatedDecided dated, Context context, Collector<Finding> out) throws Exception {
        KnownExceptions.learn(dated, context.getBroadcastState(EXCEPTIONS), context.currentWatermark());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Finding> out) throws Exception {
        List<DatedDecided> known = KnownExceptions.all(context.getBroadcastState(EXCEPTIONS));
        for (Finding finding : Objects.requireNonNullElse(waiting.get(time), List.<Finding>of())) {
            boolean covered = !known.isEmpty() && Exceptions.cover(finding, time, known);
            if (covered) {
                excepted.inc();
            }
            out.collect(covered ? finding.with(FindingMark.EXCEPTED) : finding);
        }
        waiting.remove(time);
    }
}
