package id.kentongan.job.correlation;

import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.Needs;
import id.kentongan.job.settings.RuleBudgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.KeyedStateFunction;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one Esper runtime a subtask, in order of (time, id), up to the watermark.
 *
 * <pre>
 *   alert ──► journal (keyed state) ──► pending, in order ──(watermark)──► runtime ──► matches
 *                 │                                                          ▲
 *                 ├────────── restore: what was judged, silently ────────────┤
 *                 └────────── another rule holds: the same ──────────────────┘
 * </pre>
 *
 * <p>The journal holds each alert for the horizon of the rules that look at it; what is older cannot change an answer.
 * It stays there for the late limit longer: what comes late is gathered ({@link LateAlerts}), then judged beside it a
 * second time ({@link JudgesAgain}), and told as {@link #CORRECTIONS}. After a restore, and when a rule with a history begins to hold, a fresh runtime replays what had been judged without
 * telling matches, each rule from where its history begins, and goes on with the rest.
 */
public final class CorrelatesAlerts extends AbstractStreamOperator<Match>
        implements TwoInputStreamOperator<EntityAlert, DatedRule, Match> {
    public static final OutputTag<Correction> CORRECTIONS =
            new OutputTag<>("corrections", TypeInformation.of(Correction.class));
    public static final OutputTag<RuleStatus> STATUS = new OutputTag<>("status", TypeInformation.of(RuleStatus.class));

    private transient RulesAtHand rules;
    private transient Journal journal;
    private transient LateAlerts late;
    private transient ListState<Long> keptTime;
    private transient ListState<Long> keptApproximate;
    private transient ListState<String> keptPaused;
    private transient PausedRules paused;
    private transient PendingAlerts pending;
    private transient JudgesLate judgesLate;
    private transient RulesAtWork work;
    private transient JudgesThroughChanges through;
    private transient List<Match> found;
    private transient NeedsInForce needs;
    private transient long judgedUpTo;
    private transient Counter judgedLate;
    private transient Counter windowsCut;
    private transient JournalLimits limits;
    private final @Nullable JournalLimits given;
    private final RuleBudgets budgets;

    public CorrelatesAlerts(RuleBudgets budgets) {
        this(null, budgets);
    }

    /** @param given null: what fits into the heap */
    CorrelatesAlerts(@Nullable JournalLimits given, RuleBudgets budgets) {
        this.given = given;
        this.budgets = budgets;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        var store = context.getOperatorStateStore();
        rules = new RulesAtHand(store);
        keptPaused = store.getUnionListState(new ListStateDescriptor<>("paused", Types.STRING));
        Set<String> hashes = new TreeSet<>();
        keptPaused.get().forEach(hashes::add);
        paused = new PausedRules(hashes);
        keptApproximate = store.getUnionListState(new ListStateDescriptor<>("all-approximate-until", Types.LONG));
        keptTime = store.getUnionListState(new ListStateDescriptor<>("judged-up-to", Types.LONG));
        judgedUpTo = Long.MIN_VALUE;
        boolean any = false;
        for (long kept : keptTime.get()) {
            judgedUpTo = any ? Math.min(judgedUpTo, kept) : kept;
            any = true;
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        found = new ArrayList<>();
        pending = new PendingAlerts(this::forEachKept, this::tellFound);
        needs = new NeedsInForce(rules.history());
        through = new JudgesThroughChanges(rules.history(), version -> true);
        late = new LateAlerts(getKeyedStateStore().getMapState(LateAlerts.WAITING));
        int subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        limits = given == null ? JournalLimits.usual(subtasks) : given;
        journal = new Journal(
                getKeyedStateStore().getMapState(Journal.ENTRIES),
                getKeyedStateStore().getState(Journal.APPROXIMATE),
                this::setCurrentKey,
                limits);
        work = new RulesAtWork(this::heard, paused, this::tell, budgets);
        judgesLate = new JudgesLate(this::setCurrentKey, journal, late, needs, rules.history(), paused);
        gauges();
        restoreJournal();
        if (judgedUpTo != Long.MIN_VALUE) {
            through.start(work, pending, judgedUpTo);
        }
    }

    private void gauges() {
        var metrics = getMetricGroup().addGroup("kentongan");
        metrics.gauge("watermark_lag_seconds", this::lagSeconds);
        metrics.gauge("journal_alerts", () -> journal.alerts());
        metrics.gauge("journal_keys", () -> journal.keys());
        metrics.gauge("journal_alerts_forgotten_early", () -> journal.forgottenEarly());
        metrics.gauge("rules_in_force", () -> work.rules());
        metrics.gauge("rules_paused", () -> paused.count());
        metrics.gauge("rule_faults", () -> work.faults());
        metrics.gauge("late_alerts_waiting", () -> late.waiting());
        metrics.gauge("alerts_in_windows", () -> pending.inWindows());
        judgedLate = metrics.counter("late_alerts_judged");
        windowsCut = metrics.counter("windows_cut");
    }

    private void restoreJournal() throws Exception {
        forEachKey((key, entries) -> {
            journal.restored(key, entries.values());
            entries.values().forEach(kept -> {
                if (kept.copy().time() > judgedUpTo) {
                    pending.add(kept);
                }
            });
        });
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        Journal.APPROXIMATE,
                        (key, until) -> journal.restoredApproximate(key, until.value()));
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        LateAlerts.WAITING,
                        (key, copies) -> late.restored(copies.values(), judgedUpTo));
        for (long until : keptApproximate.get()) {
            journal.restoredApproximateForAll(until);
        }
    }

    @Override
    public void processElement1(StreamRecord<EntityAlert> element) throws Exception {
        EntityAlert copy = element.getValue();
        if (copy.time() <= judgedUpTo) {
            late.add(copy, judgedUpTo);
            return;
        }
        long horizon = needs.horizon(copy);
        if (horizon == Needs.NOT) {
            return;
        }
        Kept kept = new Kept(copy, copy.time() + horizon);
        if (horizon > 0) {
            journal.add((String) getCurrentKey(), kept, judgedUpTo);
        }
        pending.add(kept);
    }

    @Override
    public void processElement2(StreamRecord<DatedRule> element) throws Exception {
        rules.add(element.getValue());
        needs.forget();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        long upTo = mark.getTimestamp();
        if (upTo > judgedUpTo) {
            if (judgedUpTo == Long.MIN_VALUE) {
                through.start(work, pending, judgedUpTo);
            }
            through.judge(work, pending, judgedUpTo, upTo);
            long before = judgedUpTo;
            judgedUpTo = upTo;
            if (late.areDue(upTo)) {
                judgeLate();
            }
            journal.forgetBefore(upTo == Long.MAX_VALUE ? before : upTo);
            cutWindows();
        }
        super.processWatermark(mark);
    }

    /** What the journal had no room for, the windows give up too, as they would at a restart. */
    private void cutWindows() throws Exception {
        pending.forgetBefore(judgedUpTo);
        if (pending.inWindows() > limits.inWindows() && judgedUpTo != Long.MAX_VALUE) {
            windowsCut.inc();
            through.start(work, pending, judgedUpTo);
        }
    }

    private void judgeLate() throws Exception {
        JudgesLate.Outcome outcome = judgesLate.judge(judgedUpTo);
        judgedLate.inc(outcome.alerts());
        outcome.corrections().forEach(this::tell);
        if (outcome.stillMatters()) {
            through.start(work, pending, judgedUpTo);
        }
    }

    private void tell(Correction correction) {
        List<Match> matches = correction.matches().stream().map(this::honest).toList();
        output.collect(
                CORRECTIONS,
                new StreamRecord<>(new Correction(correction.key(), correction.time(), matches), judgedUpTo));
    }

    private void forEachKept(Consumer<Kept> visit) throws Exception {
        forEachKey((key, entries) -> entries.values().forEach(visit));
    }

    private void forEachKey(KeyedStateFunction<String, MapState<String, Kept>> visit) throws Exception {
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, Journal.ENTRIES, visit);
    }

    /** Called from within Esper, which swallows exceptions: so only remembered here. */
    private void heard(Match match) {
        found.add(match);
    }

    private void tellFound() {
        found.forEach(match ->
                output.collect(new StreamRecord<>(honest(match), match.time().toEpochMilli())));
        found.clear();
    }

    private Match honest(Match match) {
        String key = match.rule().kind() + "|" + match.entity();
        boolean approximate = journal.isApproximate(key, match.time().toEpochMilli());
        return approximate ? match.with(FindingMark.APPROXIMATE) : match;
    }

    private void tell(RuleStatus status) {
        output.collect(STATUS, new StreamRecord<>(status));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        rules.forgetBefore(LateLimit.earliest(judgedUpTo));
        keptTime.update(List.of(judgedUpTo));
        keptPaused.update(paused.hashes());
        keptApproximate.update(List.of(journal.approximateForAllUntil()));
    }

    @Override
    public void close() throws Exception {
        if (work != null) {
            work.close();
        }
        super.close();
    }

    /** Not a number until a first watermark says where time is. */
    private double lagSeconds() {
        boolean started = judgedUpTo != Long.MIN_VALUE;
        return started ? (getProcessingTimeService().getCurrentProcessingTime() - judgedUpTo) / 1000.0 : Double.NaN;
    }
}
