package id.kentongan.job.bench;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.WholeChain;
import id.kentongan.job.correlation.EngineAlone;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Arrival;
import id.kentongan.job.intake.Intake;
import id.kentongan.job.rulechange.Checks;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.settings.StateBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Measures the parts in one program, by turns, so that what disturbs one disturbs the others too. */
final class MeasuresEngine {
    private static final int SEQUENCES = 20;
    private static final int FEW = 1_000;
    /** A second or less says little: so often in a round. */
    private static final int SHORT_ONES = 3;

    private static final int WATERMARK_EVERY = BenchAlerts.A_SECOND;

    private final int alerts;
    private final int warmUp;
    private final int rounds;
    private final Path home;
    private final EngineFigures figures = new EngineFigures();
    private final TypeSerializer<Alert> serializer =
            TypeInformation.of(Alert.class).createSerializer(new SerializerConfigImpl());

    /** @param warmUp rounds that do not count, until nearly all is compiled */
    MeasuresEngine(int alerts, int warmUp, int rounds, Path home) {
        this.alerts = alerts;
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.home = home;
    }

    EngineFigures measure() throws Exception {
        List<RuleRecord> twenty = compiled(BenchRules.busy(20));
        List<RuleRecord> hundred = compiled(BenchRules.busy(100));
        List<RuleRecord> thousand = compiled(BenchRules.busyAndIdle(20, 1_000));
        heap(twenty); // before anything else leaves something behind
        for (int round = 0; round < warmUp + rounds; round++) {
            boolean counts = round >= warmUp;
            chain(twenty, hundred, counts);
            parts(twenty, thousand, counts);
            distinct(counts);
            sequences(counts);
        }
        return figures;
    }

    /** Compiling rules is no part of any figure. */
    private static List<RuleRecord> compiled(List<RuleRecord> rules) {
        rules.forEach(rule -> {
            var checked = Checks.of(rule);
            if (checked.rule() == null) {
                throw new IllegalStateException(rule.ruleEpl() + checked.faults());
            }
        });
        return rules;
    }

    private void chain(List<RuleRecord> twenty, List<RuleRecord> hundred, boolean counts) throws Exception {
        note("parse_per_cpu_s", beyondStart(alerts, MeasuresEngine::parse), counts);
        note("chain_20_per_cpu_s", beyondStart(alerts, n -> chain(twenty, StateBackend.HEAP, n)), counts);
        note("chain_100_per_cpu_s", beyondStart(alerts, n -> chain(hundred, StateBackend.HEAP, n)), counts);
        note("chain_20_rocksdb_per_cpu_s", beyondStart(alerts, n -> chain(twenty, StateBackend.ROCKSDB, n)), counts);
    }

    private static void parse(int alerts) {
        long read = 0;
        for (long record = 0; record < BenchAlerts.records(alerts); record++) {
            read += BenchAlerts.one().arrival(record).alert() != null ? 1 : 0;
        }
        if (read != alerts) {
            throw new IllegalStateException("expected " + alerts + " alerts to be read, got " + read);
        }
    }

    private void chain(List<RuleRecord> rules, StateBackend backend, int alerts) throws Exception {
        var source = new FromMemory<>(
                Arrival.class,
                BenchAlerts.records(alerts),
                record -> BenchAlerts.one().arrival(record));
        long findings = WholeChain.run(source, rules, backend, home.resolve("checkpoints"));
        if (alerts > FEW) {
            figures.add(
                    "findings_per_1000_" + rules.size() + "_rules_" + backend.written(), 1_000.0 * findings / alerts);
            if (findings == 0) {
                throw new IllegalStateException("expected findings");
            }
        }
    }

    private void parts(List<RuleRecord> twenty, List<RuleRecord> thousand, boolean counts) throws Exception {
        List<Alert> read = read();
        for (int turn = 0; turn < SHORT_ONES; turn++) {
            note("engine_20_per_cpu_s", judged(EngineAlone.withJournal(twenty), read), counts);
            note("engine_without_journal_per_cpu_s", judged(EngineAlone.withoutJournal(twenty), read), counts);
            note("engine_1000_per_cpu_s", judged(EngineAlone.withoutJournal(thousand), read), counts);
        }
    }

    private List<Alert> read() {
        Intake intake = new Intake();
        List<Alert> read = new ArrayList<>(alerts);
        for (long number = 0; number < alerts; number++) {
            read.add(Objects.requireNonNull(
                    intake.read(BenchAlerts.one().bytes(number), "0/" + number).alert()));
        }
        return read;
    }

    /** Alerts a second of CPU; deploying the rules is no part of it. */
    private static double judged(EngineAlone engine, List<Alert> alerts) throws Exception {
        try (engine) {
            engine.pass(BenchAlerts.START.toEpochMilli() - 1);
            return alerts.size() / Cost.cpuSeconds(() -> judge(engine, alerts));
        }
    }

    private static void judge(EngineAlone engine, List<Alert> alerts) throws Exception {
        int since = 0;
        for (Alert alert : alerts) {
            engine.take(alert);
            if (++since % WATERMARK_EVERY == 0) {
                engine.pass(alert.time().toEpochMilli());
            }
        }
    }

    /** One address, an alert every 4 ms: of so many accounts within the window. */
    private void distinct(boolean counts) throws Exception {
        List<RuleRecord> rule = compiled(List.of(BenchRules.distinct()));
        for (int accounts : new int[] {1_000, 100_000}) {
            List<Alert> asked = DistinctAccounts.alerts(Math.max(alerts / 2, 150_000), accounts);
            note("distinct_" + accounts + "_per_cpu_s", judged(EngineAlone.withoutJournal(rule), asked), counts);
        }
    }

    /** The two operators that judge, on alerts that were read before, against the library on the same. */
    private void sequences(boolean counts) throws Exception {
        List<RuleRecord> rules = compiled(BenchRules.sequences(SEQUENCES));
        List<Alert> all = read();
        List<Alert> some = all.subList(0, alerts / 4);
        for (int turn = 0; turn < SHORT_ONES; turn++) {
            note("sequences_per_cpu_s", beyondStart(all.size(), n -> judgedInFlink(rules, all.subList(0, n))), counts);
        }
        note(
                "flink_cep_per_cpu_s",
                beyondStart(some.size(), n -> FlinkCep.matches(all.subList(0, n), SEQUENCES)),
                counts);
        if (!counts) {
            Set<String> ours = judgedInFlink(rules, some);
            Set<String> theirs = FlinkCep.matches(some, SEQUENCES);
            if (ours.isEmpty() || !ours.equals(theirs)) {
                throw new IllegalStateException(
                        "expected the same matches, got " + ours.size() + " and " + theirs.size());
            }
            figures.add("sequence_matches_compared", ours.size());
        }
    }

    private static Set<String> judgedInFlink(List<RuleRecord> rules, List<Alert> alerts) throws Exception {
        Feed.alerts = alerts;
        Feed.rules = rules;
        return WholeChain.judge(
                new FromMemory<>(Alert.class, alerts.size(), Feed::alert),
                new FromMemory<>(DatedRule.class, rules.size(), Feed::rule));
    }

    /** What is in this program already. */
    static final class Feed {
        private static List<Alert> alerts = List.of();
        private static List<RuleRecord> rules = List.of();

        static Alert alert(long number) {
            return alerts.get((int) number);
        }

        static DatedRule rule(long number) {
            return new DatedRule(rules.get((int) number), Long.MIN_VALUE, Long.MIN_VALUE);
        }
    }

    /** What goes last leaves much behind, so keys that are idle go first. */
    private void heap(List<RuleRecord> twenty) throws Exception {
        int events = 100_000;
        double after = heap(twenty, DistinctAccounts.ofAddresses(events, events), DistinctAccounts.threeHoursLater());
        figures.add("heap_bytes_per_idle_key", after / events);
        double journalled = heap(twenty, DistinctAccounts.ofAddresses(events, 5_000), List.of());
        figures.add("heap_mb_per_100000_journalled", journalled / 1e6);
    }

    /** Bytes that the operator holds once it has taken these. */
    private double heap(List<RuleRecord> rules, Iterable<Alert> alerts, Iterable<Alert> later) throws Exception {
        try (EngineAlone engine = EngineAlone.withJournal(rules)) {
            engine.pass(BenchAlerts.START.toEpochMilli() - 1);
            long before = Cost.heap();
            for (Iterable<Alert> some : List.of(alerts, later)) {
                long time = 0;
                for (Alert alert : some) {
                    engine.take(asReceived(alert));
                    time = Math.max(time, alert.time().toEpochMilli());
                }
                engine.pass(time);
            }
            return Cost.heap() - before;
        }
    }

    /** As the operator before this one would have sent it. */
    private Alert asReceived(Alert alert) throws IOException {
        DataOutputSerializer sent = new DataOutputSerializer(2048);
        serializer.serialize(alert, sent);
        return serializer.deserialize(new DataInputDeserializer(sent.getSharedBuffer(), 0, sent.length()));
    }

    /** Alerts a second of CPU; what it costs to start and end a program, which a few alerts cost too, is no part of it. */
    private static double beyondStart(int alerts, Judging judging) throws Exception {
        double start = Cost.cpuSeconds(() -> judging.judge(FEW));
        return (alerts - FEW) / (Cost.cpuSeconds(() -> judging.judge(alerts)) - start);
    }

    private interface Judging {
        void judge(int alerts) throws Exception;
    }

    private void note(String name, double value, boolean counts) {
        System.getLogger("bench")
                .log(System.Logger.Level.INFO, "{0} {1}{2}", name, value, counts ? "" : " (warming up)");
        if (counts) {
            figures.add(name, value);
        }
    }
}
