package id.kentongan.job.matrix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.trial.Await;
import id.kentongan.forwarder.trial.Broker;
import id.kentongan.job.bench.BenchAlerts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How quickly a real job on a real cluster judges what lies on a real broker, all of them on this machine. */
public final class KafkaToKafka {
    private static final int PARTITIONS = Topic.ALERTS.partitions();
    /** Of the task manager: what is read in a second lies in windows of minutes, so the young ones need room. */
    private static final String HEAP = "6g";

    private static final Duration MEASURED_FROM = Duration.ofSeconds(10);
    private static final long PATIENCE_SECONDS = 3_600;

    /**
     * What was measured.
     *
     * @param perSecond alerts, from the first ten seconds of event time to the last
     * @param cpuSeconds of each part in that time
     */
    public record Result(double perSecond, Map<String, Double> cpuSeconds) {
        public Result {
            cpuSeconds = Map.copyOf(cpuSeconds);
        }
    }

    private final Path home;
    private final long alerts;

    public KafkaToKafka(Path home, long alerts) {
        this.home = home;
        this.alerts = alerts;
    }

    public Result measure(List<RuleRecord> rules) throws Exception {
        try (Broker broker = new Broker(Files.createDirectories(home.resolve("broker")));
                Cluster cluster = Cluster.measured(home.resolve("cluster"), HEAP)) {
            createTopics(broker.bootstrap());
            publish(broker.bootstrap(), rules);
            preload(broker.bootstrap());
            cluster.awaitUp();
            JobOnCluster job = cluster.run(settings(broker.bootstrap()), null);
            return timed(job);
        }
    }

    private Result timed(JobOnCluster job) throws Exception {
        Instant first = BenchAlerts.START.plus(MEASURED_FROM);
        Await.untilSeldomAsked("the job judges", 300, () -> job.judged(first));
        long from = System.nanoTime();
        Map<String, Double> before = cpuSeconds();
        Instant last = BenchAlerts.time(alerts).minusMillis(1);
        Await.untilSeldomAsked("the job has judged all", (int) PATIENCE_SECONDS, () -> job.judged(last));
        double seconds = (System.nanoTime() - from) / 1e9;
        Map<String, Double> used = cpuSeconds();
        used.replaceAll((part, now) -> now - before.getOrDefault(part, 0.0));
        long counted = alerts - MEASURED_FROM.toMillis() / BenchAlerts.STEP_MILLIS;
        return new Result(counted / seconds, used);
    }

    private static Map<String, Double> cpuSeconds() {
        Map<String, Double> used = new LinkedHashMap<>();
        ProcessHandle.current().descendants().forEach(child -> {
            String line = child.info().commandLine().orElse("");
            String part = line.contains("TaskManagerRunner")
                    ? "task_managers"
                    : line.contains("kafka.Kafka") ? "broker" : line.contains("Standalone") ? "job_manager" : "others";
            used.merge(
                    part, child.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3, Double::sum);
        });
        return used;
    }

    /** Numbered for each partition, a heartbeat a second of event time behind them. */
    private void preload(String bootstrap) throws Exception {
        long[] numbers = new long[PARTITIONS];
        try (var producer = producer(bootstrap)) {
            for (long number = 0; number < alerts; number++) {
                int partition = (int) (number % PARTITIONS);
                send(
                        producer,
                        new ProducerRecord<>(
                                Topic.ALERTS.named(""),
                                partition,
                                null,
                                null,
                                BenchAlerts.one().bytes(number),
                                BenchAlerts.headers(++numbers[partition])));
                if (number % BenchAlerts.A_SECOND == BenchAlerts.A_SECOND - 1) {
                    beat(producer, numbers, BenchAlerts.time(number + 1).minusMillis(1));
                }
            }
        }
    }

    private static void beat(KafkaProducer<byte[], byte[]> producer, long[] numbers, Instant upTo) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var headers = BenchAlerts.headers(numbers[partition]);
            headers.add(
                    AlertHeader.HEARTBEAT.key(),
                    Long.toString(upTo.toEpochMilli()).getBytes(US_ASCII));
            send(producer, new ProducerRecord<>(Topic.ALERTS.named(""), partition, null, null, new byte[0], headers));
        }
    }

    private static void publish(String bootstrap, List<RuleRecord> rules) throws Exception {
        ObjectMapper json = new ObjectMapper();
        try (var producer = producer(bootstrap)) {
            for (RuleRecord rule : rules) {
                send(
                        producer,
                        new ProducerRecord<>(
                                Topic.RULES.named(""), rule.slug().getBytes(UTF_8), json.writeValueAsBytes(rule)));
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        20,
                        "batch.size",
                        262_144),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** What failed is missed by the job, which then never comes to its end. */
    private static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record);
    }

    private static void createTopics(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topic.named(""), topic.partitions(), (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private Path settings(String bootstrap) throws Exception {
        return Files.writeString(
                home.resolve("job.properties"),
                String.join(
                        "\n",
                        "kafka.bootstrap=" + bootstrap,
                        "checkpoint.dir=" + home.resolve("checkpoints"),
                        "checkpoint.interval=PT10S",
                        "state.backend=heap",
                        "parallelism=2",
                        ""));
    }
}
