package id.kentongan.job.anomaly;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import id.kentongan.job.intake.Alert;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells signals, agent by agent. Alerts must come in order of time; those that come behind it are counted and taken as if
 * they happened now; of the rhythm they tell nothing. State: when the agent was first seen, and a
 * {@link Habit} for each of its signatures, at most {@value #MOST_SIGNATURES}, forgotten when unseen for
 * {@link #FORGOTTEN}; and its rhythm ({@link Rhythms}).
 */
public final class WatchesHabits extends KeyedProcessFunction<String, Alert, Signal> {
    static final Duration FORGOTTEN = Duration.ofDays(60);
    static final int MOST_SIGNATURES = 2_000;
    /** What detectors of rhythm found; of those in shadow marked as on trial. */
    public static final OutputTag<Finding> FOUND = new OutputTag<>("found", TypeInformation.of(Finding.class));

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Watch watch;
    private final Rhythms rhythms;

    private transient ValueState<Long> since;
    private transient ValueState<Integer> known;
    private transient MapState<String, Habit> habits;
    private transient Counter signals;
    private transient Counter ignored;
    private transient Counter late;
    /** Agents whose first alert came, and of those for whom a day has passed since: the others are still believed less. */
    private transient Counter begun;

    private transient Counter learnt;
    private transient Counter found;
    private transient Counter shadowed;
    private transient KeyedRhythm rhythm;

    public WatchesHabits(Watch watch) {
        this.watch = watch;
        this.rhythms = new Rhythms(watch);
    }

    @Override
    public void open(OpenContext context) {
        var state = getRuntimeContext();
        since = state.getState(new ValueStateDescriptor<>("since", Types.LONG));
        known = state.getState(new ValueStateDescriptor<>("known", Types.INT));
        habits = state.getMapState(new MapStateDescriptor<>("habits", Types.STRING, TypeInformation.of(Habit.class)));
        var metrics = state.getMetricGroup().addGroup("kentongan");
        signals = metrics.counter("signals");
        late = metrics.counter("alerts_late_for_habits");
        begun = metrics.counter("agents_begun");
        learnt = metrics.counter("agents_learnt");
        found = metrics.counter("rhythms_found");
        shadowed = metrics.counter("rhythms_in_shadow");
        rhythm = new KeyedRhythm(state);
        ignored = metrics.counter("signatures_ignored");
    }

    @Override
    public void processElement(Alert alert, Context context, Collector<Signal> out) throws Exception {
        if (alert.time().toEpochMilli() <= context.timerService().currentWatermark()) {
            late.inc();
        } else {
            watchRhythm(alert, context);
        }
        String signature = Signature.of(alert);
        Habit habit = habits.get(signature);
        if (habit == null) {
            first(alert, signature, context, out);
            return;
        }
        Habit.Step step = habit.plus(alert, signature, Objects.requireNonNull(since.value(), "since"));
        habits.put(signature, step.habit());
        tell(step, out);
    }

    private void watchRhythm(Alert alert, Context context) {
        long time = alert.time().toEpochMilli();
        for (Finding each : rhythms.take(alert, rhythm)) {
            tell(each, context);
        }
        Pulse pulse = Objects.requireNonNull(rhythm.pulse());
        if (pulse.checkAt() <= time) {
            check(pulse, time, context);
        }
    }

    private void check(Pulse pulse, long time, Context context) {
        long at = Rhythms.nextCheck(pulse, time);
        context.timerService().registerEventTimeTimer(at);
        rhythm.keep(pulse.checkedAt(at));
    }

    private void tell(Finding each, Context context) {
        boolean shadow = watch.isInShadow(each.ruleId());
        (shadow ? shadowed : found).inc();
        context.output(FOUND, shadow ? each.with(FindingMark.TRIAL) : each);
    }

    private void first(Alert alert, String signature, Context context, Collector<Signal> out) throws Exception {
        int soFar = Objects.requireNonNullElse(known.value(), 0);
        if (soFar >= MOST_SIGNATURES) {
            ignored.inc();
            return;
        }
        long time = alert.time().toEpochMilli();
        if (since.value() == null) {
            since.update(time);
            begun.inc();
        }
        if (soFar == 0) {
            context.timerService().registerEventTimeTimer((time / DAY + 1) * DAY);
        }
        known.update(soFar + 1);
        Habit.Step step = Habit.first(alert, signature);
        habits.put(signature, step.habit());
        tell(step, out);
    }

    private void tell(Habit.Step step, Collector<Signal> out) {
        Signal signal = step.signal();
        if (signal != null) {
            signals.inc();
            out.collect(signal);
        }
    }

    private void listen(long time, OnTimerContext context) {
        Finding silence = rhythms.passes(time, rhythm);
        Pulse pulse = rhythm.pulse();
        if (silence != null) {
            tell(silence, context);
        } else if (pulse != null && Rhythms.isListenedFor(pulse)) {
            check(pulse, time, context);
        }
    }

    /** Once a day: what has not been seen for long is forgotten, and with the last of it the agent. */
    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Signal> out) throws Exception {
        if (time % DAY != 0) {
            listen(time, context);
            return;
        }
        rhythm.tidyUp(time);
        long age = time - Objects.requireNonNull(since.value(), "since");
        if (age >= DAY && age < 2 * DAY) {
            learnt.inc();
        }
        int left = 0;
        Iterator<Map.Entry<String, Habit>> all = habits.iterator();
        while (all.hasNext()) {
            if (all.next().getValue().last() < time - FORGOTTEN.toMillis()) {
                all.remove();
            } else {
                left++;
            }
        }
        if (left == 0) {
            since.clear();
            known.clear();
            rhythm.forget();
        } else {
            known.update(left);
            context.timerService().registerEventTimeTimer(time + DAY);
        }
    }
}
