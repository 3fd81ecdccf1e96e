package id.kentongan.job.intake;

import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/**
 * First layer against records sent again, and the ledger's other side: by the forwarder's numbers it lets each record
 * pass once and tells how many never arrived. Refusals and gaps go aside, heartbeats end here.
 *
 * <p>State: the last number of each stream and how far its source said to be, a few hundred; no time to live, because
 * a source may pause for weeks.
 */
public final class TakesAlerts extends ProcessFunction<Arrival, Alert> implements CheckpointedFunction {
    public static final OutputTag<Refusal> REFUSED = new OutputTag<>("refused", TypeInformation.of(Refusal.class));
    public static final OutputTag<Gap> GAPS = new OutputTag<>("gaps", TypeInformation.of(Gap.class));

    private transient Numbering numbering;
    private transient Map<String, Long> upTo;
    private transient Map<String, Long> missing;
    private transient ListState<Tuple2<String, Long>> keptNumbers;
    private transient ListState<Tuple2<String, Long>> keptTimes;
    private transient MetricGroup metrics;
    private transient Counter taken;
    private transient Counter sentAgain;
    private transient Counter lost;
    private transient Counter gaps;
    private transient Counter refusedAtTheEdge;

    @Override
    public void open(OpenContext context) {
        metrics = getRuntimeContext().getMetricGroup().addGroup("kentongan");
        taken = metrics.counter("alerts");
        sentAgain = metrics.counter("alerts_resent");
        lost = metrics.counter("alerts_lost");
        gaps = metrics.counter("gaps");
        refusedAtTheEdge = metrics.counter("alerts_refused_at_the_edge");
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<Alert> out) {
        Heartbeat heartbeat = arrival.heartbeat();
        if (heartbeat != null) {
            hear(heartbeat, Objects.requireNonNull(arrival.origin(), "expected a heartbeat to be numbered"), context);
        } else if (passes(arrival.origin())) {
            take(arrival, context, out);
        }
    }

    private boolean passes(@Nullable Origin origin) {
        if (origin == null) {
            return true;
        }
        long before = numbering.take(origin);
        if (before == Numbering.SENT_AGAIN) {
            sentAgain.inc();
            return false;
        }
        if (before > 0) {
            missing.merge(origin.stream(), before, Long::sum);
        }
        return true;
    }

    private void take(Arrival arrival, Context context, Collector<Alert> out) {
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
        } else {
            refusedAtTheEdge.inc();
        }
    }

    private void hear(Heartbeat heartbeat, Origin origin, Context context) {
        Gap told = heartbeat.gap();
        if (told != null) {
            tell(told, context);
        }
        String stream = origin.stream();
        long never = numbering.check(origin) + Objects.requireNonNullElse(missing.remove(stream), 0L);
        Long before = upTo.get(stream);
        if (never > 0) {
            lost.inc(never);
            tell(lostInTopic(origin, never, before, heartbeat.upTo()), context);
        }
        if (heartbeat.upTo() != Heartbeat.UNKNOWN) {
            upTo.merge(stream, heartbeat.upTo(), Math::max);
        }
    }

    private void tell(Gap gap, Context context) {
        gaps.inc();
        context.output(GAPS, gap);
    }

    private static Gap lostInTopic(Origin origin, long never, @Nullable Long before, long now) {
        long to = now == Heartbeat.UNKNOWN ? Objects.requireNonNullElse(before, 0L) : now;
        Instant until = Instant.ofEpochMilli(to);
        Instant from = before == null || before > to ? until : Instant.ofEpochMilli(before);
        return new Gap(
                origin.stream() + "|" + origin.sequence(),
                origin.source(),
                null,
                GapReason.LOST_IN_TOPIC,
                from,
                until,
                never,
                "partition " + origin.partition() + ", before number " + (origin.sequence() + 1));
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        numbering = new Numbering();
        upTo = new HashMap<>();
        missing = new HashMap<>();
        var store = context.getOperatorStateStore();
        keptNumbers =
                store.getUnionListState(new ListStateDescriptor<>("numbers", Types.TUPLE(Types.STRING, Types.LONG)));
        keptTimes = store.getUnionListState(new ListStateDescriptor<>("up-to", Types.TUPLE(Types.STRING, Types.LONG)));
        for (Tuple2<String, Long> mark : keptNumbers.get()) {
            numbering.merge(mark.f0, mark.f1);
        }
        for (Tuple2<String, Long> mark : keptTimes.get()) {
            upTo.merge(mark.f0, mark.f1, Math::max);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        keptNumbers.clear();
        for (Map.Entry<String, Long> mark : numbering.marks().entrySet()) {
            keptNumbers.add(Tuple2.of(mark.getKey(), mark.getValue()));
        }
        keptTimes.clear();
        for (Map.Entry<String, Long> mark : upTo.entrySet()) {
            keptTimes.add(Tuple2.of(mark.getKey(), mark.getValue()));
        }
    }
}
