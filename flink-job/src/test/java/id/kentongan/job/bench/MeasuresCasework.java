package id.kentongan.job.bench;

import id.kentongan.contracts.Case;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.anomaly.WatchesHabits;
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

/** Takes the two operators apart: what each costs an alert, and what each keeps of an agent. */
final class MeasuresCasework {
    private static final int A_SECOND = BenchAlerts.A_SECOND;
    private static final long TEN_DAYS = 10 * 86_400_000L;

    private final KeyedOneInputStreamOperatorTestHarness<String, Alert, Signal> habits;
    private final KeyedBroadcastOperatorTestHarness<String, Contribution, Notice, Case> cases;
    private final List<Signal> signals = new ArrayList<>();

    private MeasuresCasework() throws Exception {
        habits = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WatchesHabits(Watch.IN_SHADOW)), Alert::agent, Types.STRING, 1, 1, 0);
        cases = new KeyedBroadcastOperatorTestHarness<>(
                new CaseworkOperator(), Contribution::scope, Types.STRING, 1, 1, 0);
        habits.open();
        cases.open();
    }

    static void ofAlerts(int count, EngineFigures figures) throws Exception {
        List<Alert> alerts = new ArrayList<>(count);
        figures.add(
                "parse_us",
                1e6
                        / count
                        * Cost.cpuSeconds(() -> {
                            for (int i = 0; i < count; i++) {
                                alerts.add(WazuhAlerts.read(BenchAlerts.one().bytes(i)));
                            }
                        }));
        MeasuresCasework one = new MeasuresCasework();
        figures.add("habits_us", 1e6 / count * Cost.cpuSeconds(() -> one.watch(alerts)));
        figures.add("casework_us", 1e6 / count * Cost.cpuSeconds(one::open));
        figures.add("signals_per_1000_alerts", 1e3 * one.signals.size() / count);
        one.close();
    }

    static void ofEntities(int count, EngineFigures figures) throws Exception {
        MeasuresCasework one = new MeasuresCasework();
        long empty = Cost.heap();
        List<Alert> together = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            together.add(ofAgent(i, count));
            if (together.size() == 10_000 || i == count - 1) {
                one.watch(together);
                together.clear();
                one.open();
                one.signals.clear();
            }
        }
        long both = Cost.heap();
        one.habits.close();
        figures.add("agents", count);
        figures.add("bytes_an_agent_of_both_operators", (double) (both - empty) / count);
        one.cases.close();
    }

    /** As the benches' alerts, each of an agent of its own. */
    private static Alert ofAgent(int number, int count) {
        Alert alert = WazuhAlerts.read(BenchAlerts.one().bytes(number));
        return new Alert(
                BenchAlerts.START.plusMillis(TEN_DAYS * number / count),
                alert.node(),
                alert.id(),
                alert.ruleId(),
                alert.level(),
                alert.description(),
                alert.action(),
                "a" + number,
                alert.agentName(),
                alert.agentIp(),
                alert.sourceIp(),
                alert.user(),
                alert.url(),
                alert.status(),
                alert.method(),
                alert.filePath(),
                alert.process(),
                alert.techniques(),
                alert.groups(),
                alert.excerpt(),
                alert.sha256(),
                alert.position(),
                alert.generation(),
                alert.severity());
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

    private void close() throws Exception {
        habits.close();
        cases.close();
    }
}
