package id.kentongan.job.decision;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Marks the findings that an exception in force covers. State: what waits; the exceptions that can still matter. */
public final class ExceptsFindings extends KeyedBroadcastProcessFunction<String, Finding, DatedDecided, Finding> {
    public static final MapStateDescriptor<String, DatedDecided> EXCEPTIONS =
            new MapStateDescriptor<>("exceptions", Types.STRING, TypeInformation.of(DatedDecided.class));

    private transient Excepts<Finding> excepts;

    @Override
    public void open(OpenContext context) {
        excepts = new Excepts<>(
                getRuntimeContext(),
                Finding.class,
                one -> one,
                one -> one.with(FindingMark.EXCEPTED),
                "findings_excepted");
    }

    @Override
    public void processElement(Finding one, ReadOnlyContext context, Collector<Finding> out) throws Exception {
        excepts.take(one, context.timestamp(), context.timerService());
    }

    @Override
    public void processBroadcastElement(DatedDecided dated, Context context, Collector<Finding> out) throws Exception {
        KnownExceptions.learn(dated, context.getBroadcastState(EXCEPTIONS), context.currentWatermark());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Finding> out) throws Exception {
        excepts.release(time, context.getBroadcastState(EXCEPTIONS), out);
    }
}
