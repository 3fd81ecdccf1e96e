package id.kentongan.job.backtest;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.handover.Sinks;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Arrival;
import id.kentongan.job.intake.Heartbeat;
import id.kentongan.job.intake.Intake;
import id.kentongan.job.intake.Origin;
import id.kentongan.job.intake.Refusal;
import id.kentongan.job.rulebook.RuleFolder;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A recorded stretch through the backtest, and through the job on a cluster in this JVM. */
public final class JobOnRecordedAlerts {
    private static final int PARTITIONS = 4;
    private static final int BETWEEN_HEARTBEATS = 50;
    /** Newest version of each case that the job told. */
    private static final Map<String, Case> TOLD = new ConcurrentHashMap<>();

    private JobOnRecordedAlerts() {}

    /** How the job is built, which only its own package may. */
    public interface Builds {
        void build(Source<Arrival, ?, ?> source, List<RuleRecord> rules, int parallelism, Path checkpoints, Sinks sinks)
                throws Exception;
    }

    private static List<RuleRecord> rules() throws IOException {
        return RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules"));
    }

    public static Map<String, Case> backtest(Path stretch) throws IOException {
        Judging judging = Judging.USUAL;
        Map<String, Case> cases = new TreeMap<>();
        Backtest.of(stretch, rules(), judging, alert -> {}, part -> {})
                .cases()
                .forEach(each -> cases.put(each.newest().id(), each.newest()));
        return cases;
    }

    public static Map<String, Case> run(Path stretch, int parallelism, boolean fails, Path folder, Builds job)
            throws Exception {
        List<List<Arrival>> partitions = partitions(stretch);
        TOLD.clear();
        FromPartitions.fill(partitions, fails ? partitions.get(0).size() / 6 : -1);
        job.build(new FromPartitions(), rules(), parallelism, folder, new Gathering());
        if (FromPartitions.failAt >= 0) {
            throw new AssertionError("expected the job to fail once in mid-attack, and it did not");
        }
        return new TreeMap<>(TOLD);
    }

    /** By agent, as the forwarder keys them; in each a heartbeat now and then. */
    private static List<List<Arrival>> partitions(Path stretch) throws IOException {
        Intake intake = new Intake();
        List<Alert> alerts = new ArrayList<>();
        List<String> lines = Files.readAllLines(stretch);
        for (int i = 0; i < lines.size(); i++) {
            alerts.add(Objects.requireNonNull(intake.read(lines.get(i).getBytes(StandardCharsets.UTF_8), "0/" + i)
                    .alert()));
        }
        alerts.sort(Comparator.comparing(Alert::time));
        List<List<Arrival>> partitions = new ArrayList<>();
        IntStream.range(0, PARTITIONS).forEach(any -> partitions.add(new ArrayList<>()));
        long[] sequence = new long[PARTITIONS];
        for (int i = 0; i < alerts.size(); i++) {
            Alert alert = alerts.get(i);
            long time = alert.time().toEpochMilli();
            int partition = Math.floorMod(alert.agent().hashCode(), PARTITIONS);
            Origin origin = new Origin(partition, "recorded", 1, ++sequence[partition]);
            partitions.get(partition).add(new Arrival(alert, null, null, origin, partition, time));
            if (i % BETWEEN_HEARTBEATS == 0 || i == alerts.size() - 1) {
                heartbeats(partitions, sequence, time, i == alerts.size() - 1);
            }
        }
        return partitions;
    }

    private static void heartbeats(List<List<Arrival>> partitions, long[] sequence, long time, boolean end) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Origin last = new Origin(partition, "recorded", 1, sequence[partition]);
            Heartbeat heartbeat = new Heartbeat(time - 1, end, null);
            partitions.get(partition).add(new Arrival(null, null, heartbeat, last, partition, time));
        }
    }

    private static final class Gathering implements Sinks {
        @Override
        public Sink<Case> cases() {
            return new Newest();
        }

        @Override
        public Sink<Finding> findings() {
            return new DiscardingSink<>();
        }

        @Override
        public Sink<RuleStatus> ruleStatuses() {
            return new DiscardingSink<>();
        }

        @Override
        public Sink<Refusal> rejected() {
            return new DiscardingSink<>();
        }
    }

    private record Newest() implements Sink<Case>, Serializable {
        @Override
        public SinkWriter<Case> createWriter(WriterInitContext context) {
            return new SinkWriter<>() {
                @Override
                public void write(Case told, Context any) {
                    TOLD.merge(told.id(), told, (a, b) -> b.version() >= a.version() ? b : a);
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }
}
