package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Gap;
import id.kentongan.job.decision.DatedDecided;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Joins findings, signals and IDS alerts of one scope into cases, strictly in order of event time: whatever arrives
 * waits for the watermark. What adds to the risk is told at once, but of one case not more often than every five seconds;
 * what only goes on, at the next full minute. A case
 * names the gaps in what was read ({@link Gaps}); a gap is heard of before time passes it, so the same case always
 * names the same.
 *
 * <p>State: what waits, and what {@link KeyedMemory} keeps. Cases are forgotten after 30 days, agents after 60
 * days without a signal, addresses, accounts, files and processes after 7; signatures are kept.
 */
final class OpensCases extends KeyedBroadcastProcessFunction<String, Contribution, Notice, Case> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long SOON = Duration.ofSeconds(5).toMillis();

    /** Gaps by their id, known to every subtask. */
    static final MapStateDescriptor<String, Gap> GAPS =
            new MapStateDescriptor<>("gaps", Types.STRING, TypeInformation.of(Gap.class));

    /** What people decided on cases, by key and moment; known to every subtask. */
    static final MapStateDescriptor<String, DatedDecided> DECISIONS =
            new MapStateDescriptor<>("decisions", Types.STRING, TypeInformation.of(DatedDecided.class));

    private transient MapState<Long, List<Contribution>> waiting;
    private transient MapState<String, Long> told;
    private transient MapState<String, Long> toldAt;
    /** True: soon; false: at the next full minute. */
    private transient MapState<String, Boolean> untold;

    private transient ValueState<Long> decidedUpTo;
    private transient @Nullable DecisionsAtHand decisions;
    private transient KeyedMemory memory;
    private transient Casework casework;
    private transient Counter opened;
    /** What was over the line of an ordinary day, but not over that of the budget. */
    private transient Counter held;

    private final int casesADay;

    OpensCases(int casesADay) {
        this.casesADay = casesADay;
    }

    @Override
    public void open(OpenContext context) {
        var state = getRuntimeContext();
        waiting = state.getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(TypeInformation.of(Contribution.class))));
        told = state.getMapState(new MapStateDescriptor<>("told", Types.STRING, Types.LONG));
        toldAt = state.getMapState(new MapStateDescriptor<>("told-at", Types.STRING, Types.LONG));
        untold = state.getMapState(new MapStateDescriptor<>("untold", Types.STRING, Types.BOOLEAN));
        decidedUpTo = state.getState(new ValueStateDescriptor<>("decided-up-to", Types.LONG));
        memory = new KeyedMemory(state);
        casework = new Casework(memory, casesADay);
        var metrics = state.getMetricGroup().addGroup("kentongan");
        opened = metrics.counter("cases_opened");
        held = metrics.counter("cases_held_back");
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
    public void processBroadcastElement(Notice notice, Context context, Collector<Case> out) throws Exception {
        if (notice.gap() != null) {
            Gaps.learn(notice.gap(), context.getBroadcastState(GAPS));
        }
        DatedDecided decided = notice.decided();
        if (decided != null && decided.decided().decision() != null) {
            BroadcastState<String, DatedDecided> known = context.getBroadcastState(DECISIONS);
            known.put(decided.key(), decided);
            forgetBefore(context.currentWatermark(), known);
            decisions = null;
        }
    }

    private static void forgetBefore(long now, BroadcastState<String, DatedDecided> known) throws Exception {
        List<String> old = new ArrayList<>();
        for (Map.Entry<String, DatedDecided> each : known.immutableEntries()) {
            long from = each.getValue().from();
            if (from != Long.MIN_VALUE && from < now - DecisionsAtHand.REMEMBERED && now > 0) {
                old.add(each.getKey());
            }
        }
        for (String key : old) {
            known.remove(key);
        }
    }

    /** What people decided holds before what comes at the same moment. */
    private void decide(long time, OnTimerContext context) throws Exception {
        DecisionsAtHand atHand = decisions;
        if (atHand == null) {
            List<DatedDecided> all = new ArrayList<>();
            for (Map.Entry<String, DatedDecided> each :
                    context.getBroadcastState(DECISIONS).immutableEntries()) {
                all.add(each.getValue());
            }
            atHand = new DecisionsAtHand(all);
            decisions = atHand;
        }
        long before = Objects.requireNonNullElse(decidedUpTo.value(), Long.MIN_VALUE);
        if (time > before) {
            atHand.between(before, time).forEach(casework::take);
            decidedUpTo.update(time);
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Case> out) throws Exception {
        List<Contribution> together = Objects.requireNonNullElse(waiting.get(time), List.of());
        waiting.remove(time);
        memory.of(context.getCurrentKey());
        decide(time, context);
        long heldBefore = memory.openings().held();
        for (Map.Entry<String, Boolean> each :
                Moment.take(casework, together, time).entrySet()) {
            grown(each.getKey(), each.getValue(), time, context, out);
        }
        held.inc(memory.openings().held() - heldBefore);
        if (time % SOON == 0) {
            for (String id : due(time % MINUTE == 0)) {
                tell(id, time, context, out);
            }
        }
        for (String id : memory.takeForgotten()) {
            told.remove(id);
            toldAt.remove(id);
            untold.remove(id);
        }
    }

    /** Those of which something is not in state yet. */
    Set<String> scopesAtHand() {
        return memory.scopesAtHand();
    }

    /** The scope must be the present key. */
    void writeBack(String scope) {
        memory.of(scope);
        memory.writeBack();
    }

    private void grown(String id, boolean atOnce, long time, OnTimerContext context, Collector<Case> out)
            throws Exception {
        Long last = toldAt.get(id);
        if (atOnce && (last == null || time - last >= SOON)) {
            tell(id, time, context, out);
        } else if (atOnce) {
            untold.put(id, true);
            context.timerService().registerEventTimeTimer((time / SOON + 1) * SOON);
        } else if (!untold.contains(id)) {
            untold.put(id, false);
            context.timerService().registerEventTimeTimer((time / MINUTE + 1) * MINUTE);
        }
    }

    private void tell(String id, long time, OnTimerContext context, Collector<Case> out) throws Exception {
        untold.remove(id);
        OpenCase open = memory.open(id);
        if (open == null) {
            told.remove(id);
            toldAt.remove(id);
            return;
        }
        Long before = told.get(id);
        if (before == null) {
            opened.inc();
        }
        if (before == null || open.version() > before) {
            told.put(id, open.version());
            toldAt.put(id, time);
            out.collect(WritesUpCases.writeUp(open, Gaps.of(open, time, context.getBroadcastState(GAPS))));
        }
    }

    /** Those that are due soon, or all. */
    private List<String> due(boolean all) throws Exception {
        List<String> due = new ArrayList<>();
        for (Map.Entry<String, Boolean> each : untold.entries()) {
            if (all || each.getValue()) {
                due.add(each.getKey());
            }
        }
        due.sort(Comparator.naturalOrder());
        return due;
    }
}
