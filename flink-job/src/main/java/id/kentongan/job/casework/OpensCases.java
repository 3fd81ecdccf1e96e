package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * Joins findings, signals and IDS alerts of one scope into cases, strictly in order of event time: whatever arrives
 * waits for the watermark. What adds to the risk is told at once; what only goes on, at the next full minute. A case
 * names the gaps in what was read ({@link Gaps}); a gap is heard of before time passes it, so the same case always
 * names the same.
 *
 * <p>State: what waits, and what {@link KeyedMemory} keeps. Cases are forgotten after 30 days; agents and signatures
 * are kept, some 500 bytes each.
 */
public final class OpensCases extends KeyedBroadcastProcessFunction<String, Contribution, Gap, Case> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** Gaps by their id, known to every subtask. */
    public static final MapStateDescriptor<String, Gap> GAPS =
            new MapStateDescriptor<>("gaps", Types.STRING, TypeInformation.of(Gap.class));

    private transient MapState<Long, List<Contribution>> waiting;
    private transient MapState<String, Long> told;
    private transient MapState<String, Boolean> untold;
    private transient KeyedMemory memory;
    private transient Casework casework;
    private transient Counter opened;

    @Override
    public void open(OpenContext context) {
        var state = getRuntimeContext();
        waiting = state.getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(TypeInformation.of(Contribution.class))));
        told = state.getMapState(new MapStateDescriptor<>("told", Types.STRING, Types.LONG));
        untold = state.getMapState(new MapStateDescriptor<>("untold", Types.STRING, Types.BOOLEAN));
        memory = new KeyedMemory(state);
        casework = new Casework(memory);
        opened = state.getMetricGroup().addGroup("kentongan").counter("cases_opened");
    }

    @Override
    public void processElement(Contribution contribution, ReadOnlyContext context, Collector<Case> out)
            throws Exception {
        long time = Objects.requireNonNull(context.timestamp(), "expected every record to carry its event time");
        List<Contribution> together =
                new ArrayList<>(Objects.requireNonNullElse(waiting.get(time), List.<Contribution>of()));
        together.add(contribution);
        waiting.put(time, together);
        context.timerService().registerEventTimeTimer(time);
    }

    @Override
    public void processBroadcastElement(Gap gap, Context context, Collector<Case> out) throws Exception {
        Gaps.learn(gap, context.getBroadcastState(GAPS));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Case> out) throws Exception {
        List<Contribution> together = Objects.requireNonNullElse(waiting.get(time), List.of());
        waiting.remove(time);
        Map<String, Boolean> grown = Moment.take(casework, together, time);
        boolean anyUntold = false;
        if (time % MINUTE == 0) {
            for (String id : new ArrayList<>(keys(untold))) {
                grown.put(id, true);
            }
        }
        for (Map.Entry<String, Boolean> each : grown.entrySet()) {
            if (each.getValue()) {
                tell(each.getKey(), time, context, out);
            } else if (!untold.contains(each.getKey())) {
                untold.put(each.getKey(), true);
                anyUntold = true;
            }
        }
        if (anyUntold) {
            context.timerService().registerEventTimeTimer((time / MINUTE + 1) * MINUTE);
        }
    }

    private void tell(String id, long time, OnTimerContext context, Collector<Case> out) throws Exception {
        untold.remove(id);
        OpenCase open = memory.open(id);
        if (open == null) {
            told.remove(id);
            return;
        }
        Long before = told.get(id);
        if (before == null) {
            opened.inc();
        }
        if (before == null || open.version() > before) {
            told.put(id, open.version());
            out.collect(WritesUpCases.writeUp(open, Gaps.of(open, time, context.getBroadcastState(GAPS))));
        }
    }

    private static List<String> keys(MapState<String, Boolean> state) throws Exception {
        List<String> keys = new ArrayList<>();
        state.keys().forEach(keys::add);
        keys.sort(Comparator.naturalOrder());
        return keys;
    }
}
