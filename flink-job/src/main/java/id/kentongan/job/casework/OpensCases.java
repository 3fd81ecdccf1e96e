package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Gap;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Joins findings and IDS alerts of one agent into cases, strictly in order of event time: whatever arrives waits for
 * the watermark. A finding is told at once; IDS alerts alone at the next full minute. A case names the gaps in what
 * was read ({@link Gaps}); a gap is heard of before time passes it, so the same case always names the same.
 *
 * <p>State: what waits, and one {@link AgentFile} an agent, freed when nothing in it can matter any more.
 */
public final class OpensCases extends KeyedBroadcastProcessFunction<String, Contribution, Gap, Case> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** Gaps by their id, known to every subtask. */
    public static final MapStateDescriptor<String, Gap> GAPS =
            new MapStateDescriptor<>("gaps", Types.STRING, TypeInformation.of(Gap.class));

    private transient MapState<Long, List<Finding>> waitingFindings;
    private transient MapState<Long, List<Alert>> waitingAlerts;
    private transient ValueState<AgentFile> file;
    private transient ValueState<Boolean> untold;
    private transient Counter opened;

    @Override
    public void open(OpenContext context) {
        var state = getRuntimeContext();
        waitingFindings = state.getMapState(new MapStateDescriptor<>(
                "waiting-findings", Types.LONG, Types.LIST(TypeInformation.of(Finding.class))));
        waitingAlerts = state.getMapState(
                new MapStateDescriptor<>("waiting-alerts", Types.LONG, Types.LIST(TypeInformation.of(Alert.class))));
        file = state.getState(new ValueStateDescriptor<>("agent-file", TypeInformation.of(AgentFile.class)));
        untold = state.getState(new ValueStateDescriptor<>("untold", Types.BOOLEAN));
        opened = state.getMetricGroup().addGroup("kentongan").counter("cases_opened");
    }

    @Override
    public void processElement(Contribution contribution, ReadOnlyContext context, Collector<Case> out)
            throws Exception {
        Finding finding = contribution.finding();
        Alert alert = contribution.alert();
        if (finding != null) {
            wait(waitingFindings, finding, context);
        }
        if (alert != null) {
            wait(waitingAlerts, alert, context);
        }
    }

    @Override
    public void processBroadcastElement(Gap gap, Context context, Collector<Case> out) throws Exception {
        Gaps.learn(gap, context.getBroadcastState(GAPS));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Case> out) throws Exception {
        AgentFile before = Objects.requireNonNullElse(file.value(), AgentFile.EMPTY);
        AgentFile now = before;
        List<Finding> findings = taken(waitingFindings, time, Comparator.comparing(Finding::id));
        for (Finding finding : findings) {
            now = now.plus(finding);
        }
        for (Alert alert : taken(waitingAlerts, time, AlertOrder.INSTANCE)) {
            now = now.plus(alert.as("ids"));
        }
        tell(before, now, time, !findings.isEmpty(), context, out);
        keep(now, time, context);
    }

    private void tell(
            AgentFile before, AgentFile now, long time, boolean atOnce, OnTimerContext context, Collector<Case> out)
            throws Exception {
        OpenCase open = now.open();
        if (open == null) {
            return;
        }
        OpenCase earlier = before.open();
        if (earlier == null || !earlier.opener().equals(open.opener())) {
            opened.inc();
        }
        boolean grown = open.tellsMoreThan(earlier);
        boolean due = untold.value() != null && time % MINUTE == 0;
        if ((atOnce && grown) || due) {
            untold.clear();
            out.collect(WritesUpCases.writeUp(open, Gaps.of(open, time, context.getBroadcastState(GAPS))));
        } else if (grown) {
            untold.update(true);
            context.timerService().registerEventTimeTimer((time / MINUTE + 1) * MINUTE);
        }
    }

    private void keep(AgentFile now, long time, OnTimerContext context) throws Exception {
        if (now.isStale(Instant.ofEpochMilli(time)) && untold.value() == null) {
            file.clear();
            return;
        }
        file.update(now);
        long later = time + OpenCase.QUIET.toMillis();
        context.timerService().registerEventTimeTimer((later / MINUTE + 2) * MINUTE);
    }

    private <T> void wait(MapState<Long, List<T>> waiting, T arrived, ReadOnlyContext context) throws Exception {
        long time = Objects.requireNonNull(context.timestamp(), "expected every record to carry its event time");
        List<T> together = new ArrayList<>(Objects.requireNonNullElse(waiting.get(time), List.<T>of()));
        together.add(arrived);
        waiting.put(time, together);
        context.timerService().registerEventTimeTimer(time);
    }

    private static <T> List<T> taken(MapState<Long, List<T>> waiting, long time, Comparator<? super T> order)
            throws Exception {
        List<T> together = waiting.get(time);
        if (together == null) {
            return List.of();
        }
        waiting.remove(time);
        return together.stream().sorted(order).toList();
    }
}
