package id.kentongan.job.decision;

import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalFinding;
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
 * Marks the signals that an exception in force covers, by the same function as findings. Each waits until time has come
 * to it. State: what waits; the exceptions that can still matter.
 */
public final class ExceptsSignals extends KeyedBroadcastProcessFunction<String, Signal, DatedDecided, Signal> {
    public static final MapStateDescriptor<String, DatedDecided> EXCEPTIONS = ExceptsFindings.EXCEPTIONS;

    private transient MapState<Long, List<Signal>> waiting;
    private transient Counter excepted;

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(TypeInformation.of(Signal.class))));
        excepted = getRuntimeContext().getMetricGroup().addGroup("kentongan").counter("signals_excepted");
    }

    @Override
    public void processElement(Signal signal, ReadOnlyContext context, Collector<Signal> out) throws Exception {
        long time = Objects.requireNonNull(context.timestamp(), "expected every signal to carry its event time");
        List<Signal> together = new ArrayList<>(Objects.requireNonNullElse(waiting.get(time), List.<Signal>of()));
        together.add(signal);
        waiting.put(time, together);
        context.timerService().registerEventTimeTimer(time);
    }

    @Override
    public void processBroadcastElement(DatedDecided dated, Context context, Collector<Signal> out) throws Exception {
        KnownExceptions.learn(dated, context.getBroadcastState(EXCEPTIONS), context.currentWatermark());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Signal> out) throws Exception {
        List<DatedDecided> known = KnownExceptions.all(context.getBroadcastState(EXCEPTIONS));
        for (Signal signal : Objects.requireNonNullElse(waiting.get(time), List.<Signal>of())) {
            boolean covered = !known.isEmpty() && Exceptions.cover(SignalFinding.of(signal), time, known);
            if (covered) {
                excepted.inc();
            }
            out.collect(covered ? signal.excepting() : signal);
        }
        waiting.remove(time);
    }
}
