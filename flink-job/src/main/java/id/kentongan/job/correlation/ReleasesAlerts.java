package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.EntityKind;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.intake.Refusal;
import id.kentongan.job.intake.Repeats;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.Needs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keyed by agent: lets each alert pass once and in order, when time has come, and copies it for each entity that the
 * rules of that time correlate by. So a rule that holds from a moment on sees exactly the alerts from then on.
 *
 * <pre>
 *   alerts ──► not seen before? ──► not late? ──► wait for time ──► alerts, in order of time
 *   dated rules ──────────────────────────────────────┴──────────► copies for entities
 * </pre>
 *
 * <p>What waits is in memory, and written to keyed state at a checkpoint. An alert that time has passed by does not wait:
 * within the late limit it goes on as it comes, beyond it is refused as {@code late}.
 */
public final class ReleasesAlerts extends AbstractStreamOperator<Alert>
        implements TwoInputStreamOperator<Alert, DatedRule, Alert>, Triggerable<String, Long> {
    public static final OutputTag<EntityAlert> COPIES =
            new OutputTag<>("copies", TypeInformation.of(EntityAlert.class));
    public static final OutputTag<Refusal> LATE = new OutputTag<>("late", TypeInformation.of(Refusal.class));
    /** How long after its time an alert is known again when it is sent again, beyond the longest horizon. */
    static final Duration REMEMBERED = Duration.ofHours(1);
    /** Milliseconds; however far time jumps, whoever wakes up so often wakes up before the alerts that come after. */
    static final long STEP = Duration.ofMinutes(10).toMillis();

    private static final ListStateDescriptor<Alert> WAITING =
            new ListStateDescriptor<>("waiting", TypeInformation.of(Alert.class));

    private transient NearlyInOrder<Alert> waiting;
    private transient ListState<Alert> keptWaiting;
    private transient ListState<Long> keptTime;
    private transient Repeats repeats;
    private transient InternalTimerService<Long> timers;
    private transient RulesAtHand rules;
    private transient NeedsInForce needs;
    private transient NeedsInForce lateNeeds;
    private transient LateAnHour lateAnHour;
    private transient Counter late;
    private transient Counter refusedLate;
    private transient Counter repeated;
    private transient long now;
    private transient long step;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        rules = new RulesAtHand(context.getOperatorStateStore());
        keptTime = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("time", Types.LONG));
        needs = new NeedsInForce(rules.history());
        lateNeeds = new NeedsInForce(rules.history());
        lateAnHour = new LateAnHour();
        now = Long.MIN_VALUE;
        step = Long.MIN_VALUE;
        for (long kept : keptTime.get()) {
            now = Math.max(now, kept);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        var metrics = getMetricGroup().addGroup("kentongan");
        late = metrics.counter("alerts_late");
        refusedLate = metrics.counter("alerts_late_refused");
        repeated = metrics.counter("alerts_repeated");
        metrics.gauge("alerts_waiting", () -> waiting.size());
        timers = getInternalTimerService("forget-minute", LongSerializer.INSTANCE, this);
        repeats = new Repeats(getKeyedStateStore().getMapState(Repeats.descriptor()));
        keptWaiting = getKeyedStateStore().getListState(WAITING);
        waiting = new NearlyInOrder<>(AlertOrder.INSTANCE);
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        WAITING,
                        (key, alerts) -> alerts.get().forEach(waiting::add));
    }

    @Override
    public void processElement1(StreamRecord<Alert> element) throws Exception {
        Alert alert = element.getValue();
        Repeats.Offer offer = repeats.take(alert);
        if (offer == Repeats.Offer.REPEATED) {
            repeated.inc();
            return;
        }
        long time = alert.time().toEpochMilli();
        if (offer == Repeats.Offer.FIRST_OF_ITS_SECOND) {
            long minute = Math.floorDiv(time, Repeats.MINUTE) * Repeats.MINUTE;
            timers.registerEventTimeTimer(minute, minute + Repeats.MINUTE + rememberedFor());
        }
        if (time <= now) {
            late.inc();
            takeLate(alert);
        } else {
            waiting.add(alert);
        }
    }

    @Override
    public void processElement2(StreamRecord<DatedRule> element) throws Exception {
        rules.add(element.getValue());
        needs.forget();
        lateNeeds.forget();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        now = Math.max(now, mark.getTimestamp());
        Alert next = waiting.peek();
        while (next != null && next.time().toEpochMilli() <= now) {
            passTo(next.time().toEpochMilli());
            release(waiting.remove());
            next = waiting.peek();
        }
        super.processWatermark(mark);
    }

    /**
     * In a backlog time jumps by hours, and an agent that was silent in them has spoken again. Who wakes up a millisecond
     * after a full step is in time, too.
     */
    private void passTo(long time) throws Exception {
        long next = Math.floorDiv(time - 2, STEP);
        if (next > step) {
            step = next;
            super.processWatermark(new Watermark(time - 1));
        }
    }

    private void release(Alert alert) {
        long time = alert.time().toEpochMilli();
        output.collect(new StreamRecord<>(alert, time));
        copies(alert, needs.at(time)).forEach(copy -> output.collect(COPIES, new StreamRecord<>(copy, time)));
    }

    private static List<EntityAlert> copies(Alert alert, Map<EntityKind, Needs> needs) {
        List<EntityAlert> copies = new ArrayList<>();
        needs.forEach((kind, need) -> {
            EntityAlert copy = need.horizon(alert) == Needs.NOT ? null : EntityAlert.of(kind, alert);
            if (copy != null) {
                copies.add(copy);
            }
        });
        return copies;
    }

    /** Behind what time has reached: who reads it in order of time must not go back. */
    private void takeLate(Alert alert) {
        long time = alert.time().toEpochMilli();
        if (now - time > LateLimit.LONGEST || !lateAnHour.takes(now)) {
            refuseLate(alert);
            return;
        }
        output.collect(new StreamRecord<>(alert, now + 1));
        boolean tooLateForSome = false;
        for (EntityAlert copy : copies(alert, lateNeeds.at(time))) {
            if (now - time <= LateLimit.of(lateNeeds.horizon(copy))) {
                output.collect(COPIES, new StreamRecord<>(copy, time));
            } else {
                tooLateForSome = true;
            }
        }
        if (tooLateForSome) {
            refuseLate(alert);
        }
    }

    private long rememberedFor() {
        return rules.longestHorizon() + REMEMBERED.toMillis();
    }

    private void refuseLate(Alert alert) {
        refusedLate.inc();
        output.collect(
                LATE,
                new StreamRecord<>(new Refusal(
                        alert.agent(),
                        "late",
                        "alerts " + alert.position(),
                        alert.excerpt().getBytes(UTF_8))));
    }

    @Override
    public void onEventTime(InternalTimer<String, Long> timer) throws Exception {
        repeats.forgetMinute(timer.getNamespace());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, Long> timer) {
        throw new IllegalStateException("expected no timer of the wall clock");
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        rules.forgetBefore(LateLimit.earliest(now));
        keptTime.update(List.of(now));
        List<String> written = new ArrayList<>();
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        WAITING,
                        (key, alerts) -> written.add(key));
        for (String agent : written) {
            setCurrentKey(agent);
            keptWaiting.clear();
        }
        Map<String, List<Alert>> byAgent = new HashMap<>();
        waiting.forEach(alert -> byAgent.computeIfAbsent(alert.agent(), agent -> new ArrayList<>())
                .add(alert));
        for (Map.Entry<String, List<Alert>> agent : byAgent.entrySet()) {
            setCurrentKey(agent.getKey());
            keptWaiting.update(agent.getValue());
        }
    }
}
