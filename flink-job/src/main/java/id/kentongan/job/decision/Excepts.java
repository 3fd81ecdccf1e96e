package id.kentongan.job.decision;

import id.kentongan.contracts.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Marks what an exception in force covers. Each waits, in keyed state, until time has come to it: so all have heard by
 * then what holds.
 */
final class Excepts<T> {
    private final Function<T, Finding> finding;
    private final UnaryOperator<T> marked;
    private final MapState<Long, List<T>> waiting;
    private final Counter excepted;

    /**
     * @param finding as exceptions look at it
     * @param counted name of the metric
     */
    Excepts(
            RuntimeContext context,
            Class<T> type,
            Function<T, Finding> finding,
            UnaryOperator<T> marked,
            String counted) {
        this.finding = finding;
        this.marked = marked;
        waiting = context.getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(TypeInformation.of(type))));
        excepted = context.getMetricGroup().addGroup("kentongan").counter(counted);
    }

    void take(T one, @Nullable Long timestamp, TimerService timers) throws Exception {
        long time = Objects.requireNonNull(timestamp, "expected every record to carry its event time");
        List<T> together = new ArrayList<>(Objects.requireNonNullElse(waiting.get(time), List.<T>of()));
        together.add(one);
        waiting.put(time, together);
        timers.registerEventTimeTimer(time);
    }

    void release(long time, ReadOnlyBroadcastState<String, DatedDecided> exceptions, Collector<T> out)
            throws Exception {
        List<DatedDecided> known = KnownExceptions.all(exceptions);
        for (T one : Objects.requireNonNullElse(waiting.get(time), List.<T>of())) {
            boolean covered = !known.isEmpty() && Exceptions.cover(finding.apply(one), time, known);
            if (covered) {
                excepted.inc();
            }
            out.collect(covered ? marked.apply(one) : one);
        }
        waiting.remove(time);
    }
}
