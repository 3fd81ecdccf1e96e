package id.kentongan.job.rulechange;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.dating.HeldTime;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.rulebook.CheckedRule;
import id.kentongan.job.rulebook.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Decides from when on a rule record holds: its effective time, or just after the watermark if that is later. One
 * subtask; all who judge hear of a version before they hear of a time at which it holds, because time reaches them
 * through here too.
 *
 * <pre>
 *   rules ──► checked ──┐
 *                       ├──► dated rule, then time ──► everybody who judges
 *   alerts' watermarks ─┘
 * </pre>
 *
 * <p>Time waits here, at most from one checkpoint to the next, until a checkpoint holds the decision: so a restart
 * never decides otherwise about what was judged already. State: every version that still matters.
 */
public final class DatesRules extends AbstractStreamOperator<DatedRule>
        implements TwoInputStreamOperator<RuleRecord, Alert, DatedRule> {
    public static final OutputTag<RuleStatus> STATUS = new OutputTag<>("status", TypeInformation.of(RuleStatus.class));
    /** Longer than any horizon: what a new version can look back on is told by the versions before it. */
    private static final long REMEMBERED = Duration.ofHours(25).toMillis();

    private final List<RuleRecord> first;
    private final boolean checkpoints;
    private transient RuleHistory history;
    private transient ListState<DatedRule> kept;
    private transient ListState<Long> keptTime;
    private transient boolean fresh;
    private transient HeldTime time;

    /**
     * @param first rules that hold for all alerts, when the job starts without a state
     * @param checkpoints whether there are any to wait for
     */
    public DatesRules(List<RuleRecord> first, boolean checkpoints) {
        this.first = List.copyOf(first);
        this.checkpoints = checkpoints;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        var store = context.getOperatorStateStore();
        kept = store.getListState(new ListStateDescriptor<>("dated-rules", TypeInformation.of(DatedRule.class)));
        keptTime = store.getListState(new ListStateDescriptor<>("time", Types.LONG));
        history = new RuleHistory();
        for (DatedRule dated : kept.get()) {
            history.add(dated);
        }
        long now = Long.MIN_VALUE;
        for (Long each : keptTime.get()) {
            now = each;
        }
        time = new HeldTime(now, checkpoints);
        fresh = !context.isRestored();
    }

    @Override
    public void processElement1(StreamRecord<RuleRecord> element) {
        tellFirstRules();
        take(element.getValue());
    }

    @Override
    public void processElement2(StreamRecord<Alert> element) {
        throw new IllegalStateException("expected the second input to bring time alone, got an alert");
    }

    /** Rules hold no time. */
    @Override
    public void processWatermark1(Watermark mark) {}

    @Override
    public void processWatermark2(Watermark mark) {
        tellFirstRules();
        time.passes(mark.getTimestamp());
        tellTime();
    }

    private void tellFirstRules() {
        if (fresh) {
            fresh = false;
            first.forEach(this::take);
        }
    }

    private void take(RuleRecord record) {
        boolean known = history.newest(record.slug())
                .filter(newest -> newest.record().equals(record))
                .isPresent();
        if (known) {
            return;
        }
        if (record.state() == RuleState.DISABLED) {
            date(new DatedRule(record, from(record), from(record)));
            tell(Statuses.disabled(record));
            return;
        }
        CheckedRule checked = Checks.of(record);
        Rule rule = checked.rule();
        if (rule == null) {
            tell(Statuses.refused(record, checked.faults()));
            return;
        }
        long from = from(record);
        DatedRule dated = new DatedRule(record, from, new Completeness(history).historyFrom(rule, from));
        date(dated);
        tell(Statuses.dated(dated, rule, checked.warnings()));
    }

    private void date(DatedRule dated) {
        history.add(dated);
        output.collect(new StreamRecord<>(dated));
        time.holdAt(dated.from());
    }

    private void tell(RuleStatus status) {
        output.collect(STATUS, new StreamRecord<>(status));
    }

    /** What the job began with holds for all alerts, whatever it says. */
    private long from(RuleRecord record) {
        return time.hasNotBegun() ? Long.MIN_VALUE : time.from(record.effectiveFrom());
    }

    private void tellTime() {
        time.toTell().ifPresent(upTo -> output.emitWatermark(new Watermark(upTo)));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        history.forgetBefore(time.told() == Long.MIN_VALUE ? time.told() : time.told() - REMEMBERED);
        kept.update(new ArrayList<>(history.all()));
        keptTime.update(List.of(time.now()));
        time.checkpointBegins(context.getCheckpointId());
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        time.checkpointIsComplete(checkpointId);
        tellTime();
    }
}
