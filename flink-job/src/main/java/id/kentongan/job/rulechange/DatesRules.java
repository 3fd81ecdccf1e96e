package id.kentongan.job.rulechange;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.rulebook.CheckedRule;
import id.kentongan.job.rulebook.Rule;
import java.time.Duration;
import java.time.Instant;
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

    private static final long NOTHING_HELD = Long.MAX_VALUE;

    private final List<RuleRecord> first;
    private final boolean checkpoints;
    private transient RuleHistory history;
    private transient ListState<DatedRule> kept;
    private transient ListState<Long> keptTime;
    private transient boolean fresh;
    private transient long now;
    private transient long told;
    private transient long undecidedFrom;
    private transient long undecidedSince;
    private transient long inCheckpoint;

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
        now = Long.MIN_VALUE;
        for (DatedRule dated : kept.get()) {
            history.add(dated);
        }
        for (Long time : keptTime.get()) {
            now = time;
        }
        fresh = !context.isRestored();
        told = Long.MIN_VALUE;
        undecidedFrom = NOTHING_HELD;
        inCheckpoint = NOTHING_HELD;
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
        now = Math.max(now, mark.getTimestamp());
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
        if (checkpoints && dated.from() != Long.MIN_VALUE) {
            undecidedFrom = Math.min(undecidedFrom, dated.from());
        }
    }

    private void tell(RuleStatus status) {
        output.collect(STATUS, new StreamRecord<>(status));
    }

    private long from(RuleRecord record) {
        if (now == Long.MIN_VALUE) {
            return Long.MIN_VALUE;
        }
        Instant wanted = record.effectiveFrom();
        long earliest = now == Long.MAX_VALUE ? now : now + 1;
        return wanted == null ? earliest : Math.max(earliest, wanted.toEpochMilli());
    }

    private void tellTime() {
        long held = Math.min(undecidedFrom, inCheckpoint);
        boolean waits = held != NOTHING_HELD && now != Watermark.MAX_WATERMARK.getTimestamp();
        long upTo = waits ? Math.min(now, held - 1) : now;
        if (upTo > told) {
            told = upTo;
            output.emitWatermark(new Watermark(upTo));
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        history.forgetBefore(told == Long.MIN_VALUE ? told : told - REMEMBERED);
        kept.update(new ArrayList<>(history.all()));
        keptTime.update(List.of(now));
        if (undecidedFrom != NOTHING_HELD) {
            inCheckpoint = Math.min(inCheckpoint, undecidedFrom);
            undecidedFrom = NOTHING_HELD;
            undecidedSince = context.getCheckpointId();
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        if (inCheckpoint != NOTHING_HELD && checkpointId >= undecidedSince) {
            inCheckpoint = NOTHING_HELD;
            tellTime();
        }
    }
}
