package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Refusal;
import id.kentongan.job.rulebook.Rulebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.KeyedStateFunction;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Feeds one Esper runtime a subtask, in order of (time, id), up to the watermark.
 *
 * <pre>
 *   alert ──► journal (keyed state) ──► pending, in order ──(watermark)──► runtime ──► matches
 *                 │                                                          ▲
 *                 └────────────── restore: what was judged, silently ────────┘
 * </pre>
 *
 * <p>The journal holds each key's alerts for the horizon of its kind's rules; what is older cannot change an answer.
 * After a restore a fresh runtime replays what had been judged by the stored watermark without telling matches, and
 * goes on with the rest. The stored watermark is the least over all subtasks; what some subtask had told beyond it is
 * told again, and {@link TellsFindings} knows it.
 *
 * <p>An alert that time has passed by is refused as {@code late}. An alert that is in the journal already is dropped.
 */
public final class CorrelatesAlerts extends AbstractStreamOperator<Match>
        implements OneInputStreamOperator<EntityAlert, Match> {
    public static final OutputTag<Refusal> LATE = new OutputTag<>("late", TypeInformation.of(Refusal.class));
    private static final MapStateDescriptor<String, EntityAlert> JOURNAL =
            new MapStateDescriptor<>("journal", Types.STRING, TypeInformation.of(EntityAlert.class));
    private static final long SWEEP_EVERY_MILLIS = Duration.ofMinutes(10).toMillis();

    private final List<RuleRecord> rules;
    private transient MapState<String, EntityAlert> journal;
    private transient ListState<Long> judgedUpToKept;
    private transient PriorityQueue<EntityAlert> pending;
    private transient RuleRuntime runtime;
    private transient Rulebook rulebook;
    private transient Counter late;
    private transient Counter doubled;
    private long judgedUpTo;
    private long sweptAt;

    public CorrelatesAlerts(List<RuleRecord> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        judgedUpToKept = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("judged-up-to", Types.LONG));
        judgedUpTo = Long.MAX_VALUE;
        for (long kept : judgedUpToKept.get()) {
            judgedUpTo = Math.min(judgedUpTo, kept);
        }
        judgedUpTo = judgedUpTo == Long.MAX_VALUE ? Long.MIN_VALUE : judgedUpTo;
    }

    @Override
    public void open() throws Exception {
        super.open();
        var metrics = getMetricGroup().addGroup("kentongan");
        late = metrics.counter("alerts_late");
        doubled = metrics.counter("alerts_doubled");
        metrics.gauge("watermark_lag_seconds", this::lagSeconds);
        rulebook = Rulebook.of(rules);
        runtime = new RuleRuntime(rulebook, this::tell);
        pending = new PriorityQueue<>(EntityAlert.ORDER);
        journal = getKeyedStateStore().getMapState(JOURNAL);
        replay();
    }

    @Override
    public void processElement(StreamRecord<EntityAlert> element) throws Exception {
        EntityAlert alert = element.getValue();
        String key = alert.alert().key();
        if (journal.contains(key)) {
            doubled.inc();
        } else if (alert.alert().time().toEpochMilli() <= judgedUpTo) {
            refuseLate(alert);
        } else {
            journal.put(key, alert);
            pending.add(alert);
        }
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        long upTo = watermark.getTimestamp();
        if (upTo > judgedUpTo) {
            judge(upTo);
            judgedUpTo = upTo;
            sweep();
        }
        super.processWatermark(watermark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        judgedUpToKept.update(List.of(judgedUpTo));
    }

    @Override
    public void close() throws Exception {
        if (runtime != null) {
            runtime.close();
        }
        super.close();
    }

    /** Not a number until a first watermark says where time is. */
    private double lagSeconds() {
        boolean started = judgedUpTo != Long.MIN_VALUE;
        return started ? (getProcessingTimeService().getCurrentProcessingTime() - judgedUpTo) / 1000.0 : Double.NaN;
    }

    private void judge(long upTo) {
        EntityAlert next = pending.peek();
        while (next != null && next.alert().time().toEpochMilli() <= upTo) {
            runtime.judge(pending.remove());
            next = pending.peek();
        }
        if (upTo != Long.MAX_VALUE) {
            runtime.advanceTo(upTo);
        }
    }

    private void replay() throws Exception {
        if (judgedUpTo == Long.MIN_VALUE) {
            return;
        }
        forEachKey((key, entries) -> entries.values().forEach(pending::add));
        runtime.silent(true);
        judge(judgedUpTo);
        runtime.silent(false);
    }

    /** Forgets, over all keys, what is beyond the horizon; seldom, because it walks the whole journal. */
    private void sweep() throws Exception {
        if (judgedUpTo == Long.MAX_VALUE || judgedUpTo - SWEEP_EVERY_MILLIS < sweptAt) {
            return;
        }
        sweptAt = judgedUpTo;
        forEachKey((key, entries) -> {
            List<String> forgotten = new ArrayList<>();
            for (Map.Entry<String, EntityAlert> entry : entries.entries()) {
                if (isBeyondHorizon(entry.getValue())) {
                    forgotten.add(entry.getKey());
                }
            }
            for (String old : forgotten) {
                entries.remove(old);
            }
        });
    }

    private boolean isBeyondHorizon(EntityAlert alert) {
        EntityKind kind = alert.kind();
        return alert.alert().time().toEpochMilli()
                < judgedUpTo - rulebook.horizon(kind).toMillis();
    }

    private void forEachKey(KeyedStateFunction<String, MapState<String, EntityAlert>> visit) throws Exception {
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, JOURNAL, visit);
    }

    private void tell(Match match) {
        output.collect(new StreamRecord<>(match, match.time().toEpochMilli()));
    }

    private void refuseLate(EntityAlert alert) {
        if (alert.first()) {
            late.inc();
            var refused = alert.alert();
            output.collect(
                    LATE,
                    new StreamRecord<>(new Refusal(
                            refused.agent(),
                            "late",
                            "alerts " + refused.position(),
                            refused.excerpt().getBytes(UTF_8))));
        }
    }
}
