package id.kentongan.job.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.ExceptionKind;
import id.kentongan.contracts.FindingException;
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
import id.kentongan.job.rulebook.RuleFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** One run of the job over one seed's alerts, on topics of its own: what a disturbance may do to it, and its answer. */
final class Run {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Duration STEP = Duration.ofMinutes(2);
    /** All that alerts can still cause has happened by then. */
    static final Instant END = Attacks.START.plus(Attacks.LENGTH).plus(Duration.ofMinutes(62));

    private final Cluster cluster;
    private final Broker broker;
    private final String prefix;
    private final String stateBackend;
    private final Path home;
    private final List<Line> lines;
    private final Map<String, Deque<Line>> unsent = new HashMap<>();
    private final Map<String, Duration> fedTo = new HashMap<>();
    private final Map<Line, Instant> leaves = new HashMap<>();
    private final Forwarders forwarders;
    private final Random random;
    private Duration bound = Duration.ZERO;
    private boolean twice;
    private @Nullable JobOnCluster job;
    private @Nullable Instant swappedAt;
    private @Nullable FindingException excepted;
    private boolean placesMoved;
    private int starts;
    private final List<Line> before;
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
        before = hasRhythm ? Rhythm.before(seed) : List.of();
        lines = hasRhythm ? withRhythm(seed) : Attacks.of(seed);
        Attacks.SOURCES.forEach(source -> fedTo.put(source, Duration.ZERO));
        lines.forEach(line -> leaves.put(line, line.time()));
        queue(lines);
        createTopics();
        forwarders = new Forwarders(broker.bootstrap(), prefix);
        PublishRules.main(new String[] {settings(1).toString(), rules().toString()});
        if (hasLaterRules) {
            PublishRules.main(new String[] {settings(1).toString(), rulesLater().toString()});
        }
    }

    private static List<Line> withRhythm(long seed) {
        return Stream.concat(Attacks.of(seed).stream(), Rhythm.during(seed).stream())
                .sorted(Comparator.comparing(Line::time))
                .toList();
    }

    static Path rules() throws Exception {
        return Path.of(Run.class.getResource("/matrix/rules").toURI());
    }

    /** Shapes that came after the kept savepoint was written. */
    static Path rulesLater() throws Exception {
        return Path.of(Run.class.getResource("/matrix/rules-later").toURI());
    }

    /** In the order of their names. */
    static List<RuleRecord> allRules() throws Exception {
        List<RuleRecord> all = new ArrayList<>(RuleFolder.read(rules()));
        all.addAll(RuleFolder.read(rulesLater()));
        return all;
    }

    /** Those of this run. */
    List<RuleRecord> ownRules() throws Exception {
        return hasLaterRules ? allRules() : RuleFolder.read(rules());
    }

    /** Other versions of some of them. */
    static Path rulesAfter() throws Exception {
        return Path.of(Run.class.getResource("/matrix/rules-after").toURI());
    }

    Cluster cluster() {
        return cluster;
    }

    Broker broker() {
        return broker;
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

    /** The first start. Every source has said by then that it is there: nobody waits for one that he never heard of. */
    void start(int parallelism) throws Exception {
        before.forEach(forwarders::send);
        for (String source : Attacks.SOURCES) {
            forwarders.beat(source, beforeAll());
            if (twice) {
                forwarders.beat(again(source), beforeAll());
            }
        }
        start(parallelism, null);
    }

    /** An alert may be of the very beginning, and must not be said to have been sent. */
    private Instant beforeAll() {
        return Attacks.START.minus(bound).minusMillis(1);
    }

    void start(int parallelism, @Nullable String savepoint) throws Exception {
        job = cluster.run(settings(parallelism), savepoint);
        if (savepoint != null) {
            assertThat(job.restoredFrom()).isEqualTo(savepoint);
        }
    }

    /** Alerts leave up to so much later than others that are younger. */
    void outOfOrder(Duration within) {
        bound = within;
        Map<Line, Long> leaves = new HashMap<>();
        lines.forEach(line -> leaves.put(line, line.time().toEpochMilli() + random.nextInt((int) within.toMillis())));
        queue(lines.stream().sorted(Comparator.comparing(leaves::get)).toList());
    }

    /** Sends much twice under its number, and all of it once more as a third source, a step behind. */
    void everythingTwice() {
        twice = true;
    }

    /** More than the places in any savepoint of this run's length; where alerts lie is not compared then. */
    void manyHeartbeats() throws Exception {
        placesMoved = true;
        for (int i = 0; i < 1_000; i++) {
            for (String source : Attacks.SOURCES) {
                forwarders.beat(source, beforeAll());
            }
        }
    }

    /** What all sources have up to this moment of the stream. */
    void feed(Duration to) throws Exception {
        Duration from = fedTo.values().stream().min(Duration::compareTo).orElse(Duration.ZERO);
        for (Duration step = from.plus(STEP); step.compareTo(to) <= 0; step = step.plus(STEP)) {
            for (String source : Attacks.SOURCES) {
                if (fedTo.get(source).compareTo(step) < 0) {
                    feed(source, step);
                }
            }
        }
    }

    /** All at once: first the alerts of all the time since the last word, then one word. */
    void feed(String source, Duration to) throws Exception {
        Deque<Line> waiting = unsent.get(source);
        Instant upTo = Attacks.START.plus(to).minus(bound);
        Deque<Line> step = new ArrayDeque<>();
        while (!waiting.isEmpty() && !leaves.get(waiting.peek()).isAfter(Attacks.START.plus(to))) {
            step.add(waiting.remove());
        }
        step.forEach(forwarders::send);
        if (twice) {
            step.stream().filter(line -> random.nextInt(3) == 0).forEach(forwarders::sendAgain);
        }
        forwarders.beat(source, upTo);
        if (twice) {
            step.forEach(line -> forwarders.send(line, again(source)));
            forwarders.beat(again(source), upTo);
        }
        fedTo.put(source, to);
    }

    /** Says where it is for eleven minutes of the broker's time, in which the other source says nothing. */
    void speaksAlone(String source) throws Exception {
        Instant upTo = Attacks.START.plus(fedTo.get(source)).minus(bound);
        long now = Instant.now().toEpochMilli();
        for (int seconds = 5; seconds <= 660; seconds += 5) {
            forwarders.beat(source, upTo, now + seconds * 1_000L);
        }
        Await.until("the job has left the other behind", 120, () -> job().judged(upTo));
    }

    private static String again(String source) {
        return source + "-again";
    }

    /** One line that is no alert, and that no compression makes shorter. */
    void feedJunk() {
        String junk = random.ints(4_000, '!', '~').mapToObj(Character::toString).collect(Collectors.joining());
        forwarders.send(new Line(Attacks.START, "north", "-", "junk", junk));
    }

    /** Until the whole job has come as far as the slowest source. */
    void awaitJudged() throws Exception {
        Duration slowest = fedTo.values().stream().min(Duration::compareTo).orElse(Duration.ZERO);
        Instant upTo = Attacks.START.plus(slowest).minus(bound);
        Await.until("the job has judged up to " + upTo, 120, () -> job().judged(upTo));
    }

    /**
     * Everything to its end; sources live on and say so, as they would. Where the job was started anew while it handed over, it
     * judges again what is not in a checkpoint: once more, to a moment that it was not at before.
     */
    void finish() throws Exception {
        feed(Attacks.LENGTH.plus(bound).plus(STEP));
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
            for (String source : Attacks.SOURCES) {
                forwarders.beat(source, end);
                if (twice) {
                    forwarders.beat(again(source), end);
                }
            }
            return job().judged(end);
        });
    }

    /**
     * Publishes other versions of some rules, to hold for alerts from this moment of the stream on. Returns when the job
     * has dated all of them: what it reads after that moment would hold from later on.
     */
    void swapRules(Duration from) throws Exception {
        Instant at = Attacks.START.plus(from);
        swappedAt = at;
        List<RuleRecord> after = RuleFolder.read(rulesAfter());
        for (RuleRecord rule : after) {
            var json = JSON.<ObjectNode>valueToTree(rule);
            json.put("effectiveFrom", at.toString());
            publish(Topic.RULES, rule.slug(), json);
        }
        Await.until(
                "the job has dated " + after.size() + " rules",
                60,
                () -> after.stream().allMatch(rule -> statuses().contains(rule.sha256())));
    }

    private String statuses() {
        return RawTopic.read(broker.bootstrap(), topic(Topic.RULE_STATUS)).stream()
                .map(record -> new String(record.value(), UTF_8))
                .collect(Collectors.joining("\n"));
    }

    /** For findings of two rules on half of the agents from this moment of the stream on; before the job starts. */
    void exceptFindings(Duration from) throws Exception {
        Instant at = Attacks.START.plus(from);
        List<String> agents = IntStream.range(0, Attacks.AGENTS / 2)
                .mapToObj(agent -> "wazuh-%d/%03d".formatted(agent % 2, agent))
                .toList();
        FindingException exception = new FindingException(
                "x-1",
                ExceptionKind.VERDICT,
                List.of("03-sequence", "10-filter"),
                agents,
                List.of(),
                List.of(),
                "koordinator",
                "uji",
                at,
                at.plus(Duration.ofDays(30)));
        ObjectNode json = JSON.valueToTree(exception);
        publish(Topic.EXCEPTIONS, exception.id(), json);
        excepted = exception;
    }

    private void publish(Topic topic, String key, ObjectNode value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic(topic), key, value.toString()))
                    .get();
        }
    }

    Answer told() throws Exception {
        return Answer.told(broker.bootstrap(), prefix, !placesMoved);
    }

    Answer expected() throws Exception {
        List<RuleRecord> rules = ownRules();
        Instant swapped = swappedAt;
        if (swapped == null) {
            return Answer.plain(rules, watch(), scopes(), alerts());
        }
        Map<String, RuleRecord> after = new TreeMap<>();
        rules.forEach(rule -> after.put(rule.slug(), rule));
        RuleFolder.read(rulesAfter()).forEach(rule -> after.put(rule.slug(), rule));
        return Answer.plain(rules, List.copyOf(after.values()), swapped, excepted, watch(), scopes(), alerts());
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
        return Stream.concat(before.stream(), lines.stream())
                .map(line -> WazuhAlerts.read(line.bytes(), positions.get(line.json())))
                .toList();
    }

    private void queue(List<Line> inOrder) {
        for (String source : Attacks.SOURCES) {
            Deque<Line> ofSource = new ArrayDeque<>();
            inOrder.stream().filter(line -> line.source().equals(source)).forEach(ofSource::add);
            unsent.put(source, ofSource);
        }
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
        forwarders.close();
        if (job != null) {
            job.cancel();
        }
    }
}
