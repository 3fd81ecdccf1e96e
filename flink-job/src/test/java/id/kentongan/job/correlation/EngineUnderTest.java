package id.kentongan.job.correlation;

import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Refusal;
import id.kentongan.job.rulechange.DatedRule;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The two operators that judge, one behind the other, in Flink's harnesses: alerts and dated rules in, matches out. */
final class EngineUnderTest implements AutoCloseable {
    private final List<Match> matches = new ArrayList<>();
    private final List<Refusal> late = new ArrayList<>();
    private final List<RuleStatus> statuses = new ArrayList<>();
    private KeyedTwoInputStreamOperatorTestHarness<String, Alert, DatedRule, Alert> releases;
    private KeyedTwoInputStreamOperatorTestHarness<String, EntityAlert, DatedRule, Match> correlates;
    private int copied;
    private int matched;

    EngineUnderTest() throws Exception {
        start(null, null);
    }

    private void start(OperatorSubtaskState ofReleases, OperatorSubtaskState ofCorrelates) throws Exception {
        releases = new KeyedTwoInputStreamOperatorTestHarness<>(
                new ReleasesAlerts(), Alert::agent, rule -> "", Types.STRING);
        correlates = new KeyedTwoInputStreamOperatorTestHarness<>(
                new CorrelatesAlerts(), EntityAlert::key, rule -> "", Types.STRING);
        copied = 0;
        matched = 0;
        releases.setup();
        correlates.setup();
        if (ofReleases != null) {
            releases.initializeState(ofReleases);
            correlates.initializeState(ofCorrelates);
        }
        releases.open();
        correlates.open();
    }

    void rule(DatedRule dated) throws Exception {
        releases.processElement2(dated, 0);
        correlates.processElement2(dated, 0);
    }

    void alerts(List<Alert> alerts) throws Exception {
        for (Alert alert : alerts) {
            releases.processElement1(alert, alert.time().toEpochMilli());
        }
    }

    void time(long upTo) throws Exception {
        Watermark mark = new Watermark(upTo);
        releases.processWatermark1(mark);
        releases.processWatermark2(mark);
        List<EntityAlert> copies = side(releases, ReleasesAlerts.COPIES);
        for (EntityAlert copy : copies.subList(copied, copies.size())) {
            correlates.processElement1(copy, copy.time());
        }
        copied = copies.size();
        correlates.processWatermark1(mark);
        correlates.processWatermark2(mark);
        gather();
    }

    private void gather() {
        List<Match> all = correlates.extractOutputValues();
        matches.addAll(all.subList(matched, all.size()));
        matched = all.size();
    }

    void restart() throws Exception {
        OperatorSubtaskState ofReleases = releases.snapshot(1, 1);
        OperatorSubtaskState ofCorrelates = correlates.snapshot(1, 1);
        stop();
        start(ofReleases, ofCorrelates);
    }

    private void stop() throws Exception {
        late.addAll(side(releases, ReleasesAlerts.LATE));
        statuses.addAll(side(correlates, CorrelatesAlerts.STATUS));
        releases.close();
        correlates.close();
    }

    private static <T> List<T> side(KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, ?> harness, OutputTag<T> tag) {
        var told = harness.getSideOutput(tag);
        return told == null
                ? List.of()
                : told.stream().map(StreamRecord::getValue).toList();
    }

    List<Match> matches() {
        return List.copyOf(matches);
    }

    List<Refusal> late() {
        List<Refusal> all = new ArrayList<>(late);
        all.addAll(side(releases, ReleasesAlerts.LATE));
        return all;
    }

    List<RuleStatus> statuses() {
        List<RuleStatus> all = new ArrayList<>(statuses);
        all.addAll(side(correlates, CorrelatesAlerts.STATUS));
        return all;
    }

    int journalled() {
        return correlates.numKeyedStateEntries();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (Exception e) {
            throw new AssertionError("the engine did not close", e);
        }
    }
}
