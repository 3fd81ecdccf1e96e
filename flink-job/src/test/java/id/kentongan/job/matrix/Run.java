package id.kentongan.job.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.trial.Await;
import id.kentongan.forwarder.trial.Broker;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.edge.RawTopic;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import id.kentongan.job.matrix.Attacks.Line;
import id.kentongan.job.rulebook.PublishRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One run of the job over one seed's alerts, on topics of its own: what a disturbance may do to it, and its answer. */
final class Run {
    /** All that alerts can still cause has happened by then. */
    static final Instant END = Attacks.START.plus(Attacks.LENGTH).plus(Duration.ofMinutes(62));

    private final Cluster cluster;
    private final Broker broker;
    private final String prefix;
    private final String stateBackend;
    private final Path home;
    private final Random random;
    private final Sources sources;
    private final Changes changes;
    private @Nullable JobOnCluster job;
    private boolean placesMoved;
    private int starts;
    private final boolean hasLaterRules;
    private final boolean hasRhythm;

    Run(Cluster cluster, Broker broker, Disturbance row, String stateBackend, long seed, Path home) throws Exception {
        this.hasLaterRules = row.hasLaterRules();
        this.hasRhythm = row.hasRhythm();
        this.cluster = cluster;
        this.broker = broker;
        this.prefix = home.getFileName() + ".";
        this.stateBackend = stateBackend;
        this.home = Files.createDirectories(home);
        this.random = new Random(seed * 7919);
        createTopics();
        sources = new Sources(
                new Forwarders(broker.bootstrap(), prefix),
                hasRhythm ? Rhythm.before(seed) : List.of(),
                hasRhythm ? withRhythm(seed) : Attacks.of(seed),
                random);
        changes = new Changes(broker.bootstrap(), prefix);
        PublishRules.main(new String[] {settings(1).toString(), Shapes.FIRST.toString()});
        if (hasLaterRules) {
            PublishRules.main(new String[] {settings(1).toString(), Shapes.LATER.toString()});
        }
    }

    private static List<Line> withRhythm(long seed) {
        return Stream.concat(Attacks.of(seed).stream(), Rhythm.during(seed).stream())
                .sorted(Comparator.comparing(Line::time))
                .toList();
    }

    /** Rules of this run. */
    List<RuleRecord> rules() throws Exception {
        return hasLaterRules ? Shapes.all() : Shapes.first();
    }

    Cluster cluster() {
        return cluster;
    }

    Broker broker() {
        return broker;
    }

    Sources sources() {
        return sources;
    }

    Changes changes() {
        return changes;
    }

    Random random() {
        return random;
    }

    String topic(Topic topic) {
        return topic.named(prefix);
    }

    JobOnCluster job() {
        return Objects.requireNonNull(job, "expected the job to have been started");
    }

    /** Folder for savepoints. */
    String savepoints() {
        return "file://" + home.resolve("savepoints").toAbsolutePath();
    }

    /** The first start. */
    void start(int parallelism) throws Exception {
        sources.begin();
        start(parallelism, null);
    }

    void start(int parallelism, @Nullable String savepoint) throws Exception {
        job = cluster.run(settings(parallelism), savepoint);
        if (savepoint != null) {
            assertThat(job.restoredFrom()).isEqualTo(savepoint);
        }
    }

    /** More than the places in any savepoint of this run's length; where alerts lie is not compared then. */
    void manyHeartbeats() throws Exception {
        placesMoved = true;
        sources.beatBeforeAll(1_000);
    }

    /** Until it is too long that the other source said nothing. */
    void leaveBehindAllBut(String source) throws Exception {
        sources.speaksAlone(source);
        Await.until("the job has left the other behind", 120, () -> job().judged(sources.saidBy(source)));
    }

    /** Until the whole job has come as far as the slowest source. */
    void awaitJudged() throws Exception {
        Instant upTo = sources.saidByAll();
        Await.until("the job has judged up to " + upTo, 120, () -> job().judged(upTo));
    }

    /**
     * Everything to its end; sources live on and say so, as they would. Where the job was started anew while it handed over, it
     * judges again what is not in a checkpoint: once more, to a moment that it was not at before.
     */
    void finish() throws Exception {
        sources.feedAll();
        Instant end = END;
        long started;
        do {
            started = job().restartedAt();
            awaitJudged(end);
            job().checkpoint();
            end = end.plusMillis(1);
        } while (job().restartedAt() != started);
    }

    private void awaitJudged(Instant end) throws Exception {
        Await.until("the job has judged everything", 180, () -> {
            sources.beatAll(end);
            return job().judged(end);
        });
    }

    Answer told() throws Exception {
        return Answer.told(broker.bootstrap(), prefix, !placesMoved);
    }

    Answer expected() throws Exception {
        return changes.expected(rules(), watch(), scopes(), alerts());
    }

    private Scopes scopes() {
        return hasRhythm ? Rhythm.SCOPES : Scopes.ONE;
    }

    private Watch watch() {
        return hasRhythm ? Rhythm.WATCH : Watch.IN_SHADOW;
    }

    /** Every line once, where it first lay. */
    private List<Alert> alerts() {
        Map<String, String> positions = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : RawTopic.read(broker.bootstrap(), topic(Topic.ALERTS))) {
            positions.putIfAbsent(
                    new String(record.value(), UTF_8),
                    placesMoved ? Answer.SOME_PLACE : record.partition() + "/" + record.offset());
        }
        return sources.lines().stream()
                .map(line -> WazuhAlerts.read(line.bytes(), positions.get(line.json())))
                .toList();
    }

    private Path settings(int parallelism) throws Exception {
        return Files.writeString(
                home.resolve("job-" + starts++ + ".properties"),
                String.join(
                        "\n",
                        "kafka.bootstrap=" + broker.bootstrap(),
                        "topic.prefix=" + prefix,
                        "checkpoint.dir=" + home.resolve("checkpoints"),
                        "checkpoint.interval=PT1S",
                        "state.backend=" + stateBackend,
                        "parallelism=" + parallelism,
                        String.join("\n", hasRhythm ? Rhythm.SETTINGS : List.of()),
                        ""));
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topic.named(prefix), topic.partitions(), (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Gives the cluster back. */
    void end() throws Exception {
        sources.close();
        if (job != null) {
            job.cancel();
        }
    }
}
