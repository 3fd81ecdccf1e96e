package id.kentongan.job.correlation;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.Needs;
import id.kentongan.job.rulechange.RuleHistory;
import id.kentongan.job.rulechange.RuleHistory.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
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
 * After a restore, and when a rule with a history begins to hold, a fresh runtime replays what had been judged without
 * telling matches, each rule from where its history begins, and goes on with the rest.
 */
public final class CorrelatesAlerts extends AbstractStreamOperator<Match>
        implements TwoInputStreamOperator<EntityAlert, DatedRule, Match> {
    public static final OutputTag<RuleStatus> STATUS = new OutputTag<>("status", TypeInformation.of(RuleStatus.class));

    private transient RulesAtHand rules;
    private transient Journal journal;
    private transient ListState<Long> keptTime;
    private transient PausedRules paused;
    private transient PriorityQueue<EntityAlert> pending;
    private transient RulesAtWork work;
    private transient List<Match> found;
    private transient Map<EntityKind, Needs> needs;
    private transient long needsUntil;
    private transient long judgedUpTo;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        var store = context.getOperatorStateStore();
        rules = new RulesAtHand(store);
        paused = new PausedRules(store.getUnionListState(PausedRules.KEPT));
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
        pending = new PriorityQueue<>(EntityAlert.ORDER);
        needs = Map.of();
        needsUntil = Long.MIN_VALUE;
        journal = new Journal(
                getKeyedStateStore().getMapState(Journal.ENTRIES),
                getKeyedStateStore().getState(Journal.APPROXIMATE),
                this::setCurrentKey,
                Journal.Limits.usual(getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks()));
        work = new RulesAtWork(this::heard, paused, this::tell);
        gauges();
        restoreJournal();
        if (judgedUpTo != Long.MIN_VALUE) {
            work.startAnew(rules.history().inForceAt(judgedUpTo), judged(judgedUpTo), judgedUpTo);
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
    }

    private void restoreJournal() throws Exception {
        forEachKey((key, entries) -> {
            journal.restored(key, entries.values());
            entries.values().forEach(kept -> {
                if (kept.copy().time() > judgedUpTo) {
                    pending.add(kept.copy());
                }
            });
        });
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        Journal.APPROXIMATE,
                        (key, until) -> journal.restoredApproximate(key, until.value()));
    }

    @Override
    public void processElement1(StreamRecord<EntityAlert> element) throws Exception {
        EntityAlert copy = element.getValue();
        long time = copy.time();
        if (time <= judgedUpTo) {
            throw new IllegalStateException("expected alerts after " + judgedUpTo + ", got one of " + time);
        }
        if (time >= needsUntil) {
            needs = rules.history().needsAt(time);
            needsUntil = rules.history().nextChangeAfter(time);
        }
        Needs ofKind = needs.get(copy.kind());
        long horizon = ofKind == null ? Needs.NOT : ofKind.horizon(copy.alert());
        if (horizon > 0) {
            journal.add(copy.key(), copy, time + horizon, judgedUpTo);
        }
        if (horizon != Needs.NOT) {
            pending.add(copy);
        }
    }

    @Override
    public void processElement2(StreamRecord<DatedRule> element) throws Exception {
        rules.add(element.getValue());
        needsUntil = Long.MIN_VALUE;
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        long upTo = mark.getTimestamp();
        if (upTo > judgedUpTo) {
            judgeThroughChanges(upTo);
            journal.forgetBefore(upTo == Long.MAX_VALUE ? judgedUpTo : upTo);
            judgedUpTo = upTo;
        }
        super.processWatermark(mark);
    }

    private void judgeThroughChanges(long upTo) throws Exception {
        RuleHistory history = rules.history();
        if (judgedUpTo == Long.MIN_VALUE) {
            work.startAnew(history.inForceAt(judgedUpTo), List.of(), judgedUpTo);
        }
        long at = judgedUpTo;
        for (long next = history.nextChangeAfter(at); next <= upTo; next = history.nextChangeAfter(at)) {
            judge(next - 1);
            List<Version> inForce = history.inForceAt(next);
            if (work.needsHistory(inForce, next)) {
                work.startAnew(inForce, judged(next - 1), next - 1);
            } else {
                work.change(inForce);
            }
            at = next;
        }
        judge(upTo);
    }

    private void judge(long upTo) {
        EntityAlert next = pending.peek();
        while (next != null && next.time() <= upTo) {
            work.judge(pending.remove());
            tellFound();
            next = pending.peek();
        }
        if (upTo != Long.MAX_VALUE) {
            work.advanceTo(upTo);
            tellFound();
        }
    }

    /** Everything in the journal up to a time, in order. */
    private List<EntityAlert> judged(long upTo) throws Exception {
        List<EntityAlert> judged = new ArrayList<>();
        forEachKey((key, entries) -> entries.values().forEach(kept -> {
            if (kept.copy().time() <= upTo) {
                judged.add(kept.copy());
            }
        }));
        judged.sort(EntityAlert.ORDER);
        return judged;
    }

    private void forEachKey(KeyedStateFunction<String, org.apache.flink.api.common.state.MapState<String, Kept>> visit)
            throws Exception {
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, Journal.ENTRIES, visit);
    }

    /** Called from within Esper, which swallows exceptions: so only remembered here. */
    private void heard(Match match) {
        found.add(match);
    }

    private void tellFound() {
        for (Match match : found) {
            long time = match.time().toEpochMilli();
            boolean approximate = journal.isApproximate(match.rule().kind() + "|" + match.entity(), time);
            output.collect(new StreamRecord<>(approximate ? match.with(FindingMark.APPROXIMATE) : match, time));
        }
        found.clear();
    }

    private void tell(RuleStatus status) {
        output.collect(STATUS, new StreamRecord<>(status));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        rules.forgetBefore(judgedUpTo);
        keptTime.update(List.of(judgedUpTo));
        paused.keep();
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
