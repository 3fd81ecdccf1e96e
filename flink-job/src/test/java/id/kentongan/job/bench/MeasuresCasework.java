package id.kentongan.job.bench;

import id.kentongan.contracts.Case;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.anomaly.WatchesHabits;
import id.kentongan.job.casework.Casework;
import id.kentongan.job.casework.CaseworkOperator;
import id.kentongan.job.casework.Contribution;
import id.kentongan.job.casework.Notice;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Takes the two operators apart: what each costs an alert. Alerts go through block by block, so that few are held. */
final class MeasuresCasework {
    private static final int A_SECOND = BenchAlerts.A_SECOND;
    private static final int BLOCK = 10_000;

    private final KeyedOneInputStreamOperatorTestHarness<String, Alert, Signal> habits;
    private final KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> cases;
    private final List<Signal> signals = new ArrayList<>();

    private double parsing;
    private double watching;
    private double opening;
    private long told;

    MeasuresCasework() throws Exception {
        habits = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WatchesHabits(Watch.IN_SHADOW)), Alert::agent, Types.STRING, 1, 1, 0);
        cases = new KeyedBroadcastOperatorTestHarness<>(
                new CaseworkOperator(Casework.CASES_A_DAY), Contribution::scope, Types.STRING, 1, 1, 0);
        habits.open();
        cases.open();
    }

    /** The first half, in which everything is new, and nothing compiled, is not counted. */
    static void ofAlerts(int count, EngineFigures figures) throws Exception {
        MeasuresCasework one = new MeasuresCasework();
        one.through(0, count);
        figures.add("signals_per_1000_alerts_while_all_is_new", 1e3 * one.told / count);
        one.forgetFigures();
        one.through(count, count);
        figures.add("parse_us", 1e6 * one.parsing / count);
        figures.add("habits_us", 1e6 * one.watching / count);
        figures.add("casework_us", 1e6 * one.opening / count);
        figures.add("casework_us_a_signal", 1e6 * one.opening / Math.max(1, one.told));
        figures.add("signals_per_1000_alerts", 1e3 * one.told / count);
        one.close();
    }

    private void forgetFigures() {
        parsing = 0;
        watching = 0;
        opening = 0;
        told = 0;
    }

    private void through(int from, int count) throws Exception {
        for (int begin = from; begin < from + count; begin += BLOCK) {
            List<Alert> alerts = new ArrayList<>(BLOCK);
            int first = begin;
            int end = Math.min(begin + BLOCK, from + count);
            parsing += Cost.ofThread(() -> {
                for (int i = first; i < end; i++) {
                    alerts.add(WazuhAlerts.read(BenchAlerts.one().bytes(i)));
                }
            });
            take(alerts);
        }
    }

    /** Through both. */
    void take(List<Alert> alerts) throws Exception {
        watching += Cost.ofThread(() -> watch(alerts));
        opening += Cost.ofThread(this::open);
        told += signals.size();
        signals.clear();
    }

    private void watch(List<Alert> alerts) throws Exception {
        for (int i = 0; i < alerts.size(); i++) {
            Alert alert = alerts.get(i);
            habits.processElement(alert, alert.time().toEpochMilli());
            if (i % A_SECOND == A_SECOND - 1) {
                habits.processWatermark(alert.time().toEpochMilli() - 1);
                drain();
            }
        }
        drain();
    }

    private void drain() {
        for (Object each : habits.getOutput()) {
            if (each instanceof StreamRecord<?> record && record.getValue() instanceof Signal signal) {
                signals.add(signal);
            }
        }
        habits.getOutput().clear();
    }

    private void open() throws Exception {
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            cases.processElement(Contribution.of(signal, Scopes.ONE), signal.time());
            if (i % A_SECOND == A_SECOND - 1 || i == signals.size() - 1) {
                cases.processWatermark(signal.time() - 1);
                cases.processBroadcastWatermark(signal.time() - 1);
                cases.getOutput().clear();
            }
        }
    }

    void close() throws Exception {
        habits.close();
        cases.close();
    }
}
