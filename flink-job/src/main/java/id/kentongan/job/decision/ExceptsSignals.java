package id.kentongan.job.decision;

import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalFinding;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Marks the signals that an exception in force covers, by the same function as findings. State: what waits; the exceptions that can still matter. */
public final class ExceptsSignals extends KeyedBroadcastProcessFunction<String, Signal, DatedDecided, Signal> {
    public static final MapStateDescriptor<String, DatedDecided> EXCEPTIONS = ExceptsFindings.EXCEPTIONS;

    private transient Excepts<Signal> excepts;

    @Override
    public void open(OpenContext context) {
        excepts = new Excepts<>(
                getRuntimeContext(), Signal.class, SignalFinding::of, Signal::excepting, "signals_excepted");
    }

    @Override
    public void processElement(Signal one, ReadOnlyContext context, Collector<Signal> out) throws Exception {
        excepts.take(one, context.timestamp(), context.timerService());
    }

    @Override
    public void processBroadcastElement(DatedDecided dated, Context context, Collector<Signal> out) throws Exception {
        KnownExceptions.learn(dated, context.getBroadcastState(EXCEPTIONS), context.currentWatermark());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Signal> out) throws Exception {
        excepts.release(time, context.getBroadcastState(EXCEPTIONS), out);
    }
}
