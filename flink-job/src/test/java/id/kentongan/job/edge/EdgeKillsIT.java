package id.kentongan.job.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.GapReason;
import id.kentongan.forwarder.trial.Await;
import id.kentongan.forwarder.trial.Broker;
import id.kentongan.forwarder.trial.OpenSearchNode;
import id.kentongan.forwarder.trial.Program;
import id.kentongan.forwarder.trial.Topic;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WholeIntake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A manager writes, rotates, compresses and cuts while the forwarder, the broker and the indexer are killed with -9 at
 * seeded moments. Afterwards the job's intake holds every alert once, and the ledger agrees to the number.
 *
 * <p>{@code -Dedge.runs=file:1-10,spool:1-5,findings:1-5 -Dedge.kills=5} runs more of it; {@code ./kentongan prove edge}
 * does, and goes on where it was stopped.
 */
class EdgeKillsIT {
    private static final int AHEAD = 2_000;
    private static final int KILLS = Integer.getInteger("edge.kills", 2);

    @TempDir
    static Path parts;

    @TempDir
    Path home;

    private static Broker broker;
    private static @Nullable OpenSearchNode node;

    @BeforeAll
    static void start() throws Exception {
        broker = new Broker(Files.createDirectories(parts.resolve("broker")));
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
        if (node != null) {
            node.close();
        }
        EdgeResults.page();
    }

    static Stream<Object[]> runs() {
        String runs = System.getProperty("edge.runs", "file:1,file:5,spool:1,findings:1");
        return Arrays.stream(runs.split(",", -1))
                .flatMap(EdgeKillsIT::seeds)
                .filter(run -> EdgeResults.open((String) run[0], (Long) run[1]));
    }

    private static Stream<Object[]> seeds(String run) {
        String[] parts = run.split("[:-]", -1);
        long first = Long.parseLong(parts[1]);
        long last = parts.length > 2 ? Long.parseLong(parts[2]) : first;
        return java.util.stream.LongStream.rangeClosed(first, last).mapToObj(seed -> new Object[] {parts[0], seed});
    }

    @ParameterizedTest(name = "{0}, seed {1}", allowZeroInvocations = true)
    @MethodSource("runs")
    void everyAlertIsThereOnceAndTheLedgerAgrees(String kind, long seed) throws Exception {
        broker.ensureUp();
        String prefix = kind + seed + ".";
        broker.createTopics(prefix);
        Manager manager = manager(kind, seed);
        try (Program program = new Program(home.resolve("p"), broker.bootstrap(), prefix, manager.settings())) {
            Kills kills = new Kills(seed, KILLS, program, broker);
            program.start();
            while (!kills.done()) {
                if (manager.written().size() - manager.cut().size() - kills.carried() < AHEAD) {
                    steps(manager);
                } else {
                    Thread.sleep(5); // until the forwarder has come closer: a manager is not faster for ever
                }
                kills.maybe(manager);
            }
            manager.finish();
            JsonNode ledger = awaitDrained(prefix, program);
            check(kind, seed, manager, kills, prefix, ledger);
        }
    }

    private static void steps(Manager manager) throws Exception {
        for (int i = 0; i < 10; i++) {
            manager.step();
        }
    }

    private Manager manager(String kind, long seed) throws Exception {
        return switch (kind) {
            case "file" -> new FilesOfWazuh(home, seed);
            case "spool" -> new HookAndSpool(home, seed);
            case "findings" -> new IndexerOfWazuh5(node(), seed);
            default -> throw new IllegalArgumentException("expected file, spool or findings, got " + kind);
        };
    }

    private static OpenSearchNode node() throws Exception {
        if (node == null) {
            node = new OpenSearchNode(Files.createDirectories(parts.resolve("node")));
        }
        return node;
    }

    private static JsonNode awaitDrained(String prefix, Program program) throws Exception {
        long from = System.currentTimeMillis() + 2_000;
        Await.until("the ledger says that all is through", 120, () -> drained(ledger(prefix), from));
        assertThat(program.alive()).isTrue();
        return ledger(prefix);
    }

    private static boolean drained(JsonNode ledger, long from) {
        return ledger.isObject()
                && java.time.Instant.parse(ledger.path("at").asText()).toEpochMilli() > from
                && ledger.path("bytesBehind").asLong() == 0
                && ledger.path("trouble").isNull()
                && ledger.path("read").asLong()
                        == ledger.path("acknowledged").asLong()
                                + ledger.path("refused").asLong();
    }

    private static JsonNode ledger(String prefix) throws Exception {
        List<Topic.Entry> entries = Topic.read(broker.bootstrap(), prefix + "ledger");
        ObjectMapper json = new ObjectMapper();
        return entries.isEmpty()
                ? json.missingNode()
                : json.readTree(entries.get(entries.size() - 1).value());
    }

    private static void check(String kind, long seed, Manager manager, Kills kills, String prefix, JsonNode ledger)
            throws Exception {
        List<Topic.Entry> topic = Topic.read(broker.bootstrap(), prefix + "alerts");
        WholeIntake.Taken taken = WholeIntake.of(RawTopic.read(broker.bootstrap(), prefix + "alerts"));
        List<String> ids =
                taken.alerts().stream().map(Alert::id).map(EdgeKillsIT::bare).toList();

        assertThat(ids).as("no alert twice").doesNotHaveDuplicates();
        Set<String> lost = new TreeSet<>(manager.written());
        lost.removeAll(new HashSet<>(ids));
        assertThat(manager.cut()).as("nothing is missing but what was cut away").containsAll(lost);
        assertThat(taken.gaps())
                .as("nothing is lost behind the forwarder")
                .noneMatch(gap -> gap.reason() == GapReason.LOST_IN_TOPIC);
        assertThat(taken.gaps()).as("only what happened is told").allMatch(gap -> gap.reason() == GapReason.TRUNCATED);
        if (!lost.isEmpty()) {
            assertThat(taken.gaps()).as("what was cut away is told").isNotEmpty();
        }
        ledgerAgrees(kind, manager, topic, taken, ledger);
        assertNoHeartbeatOvertakes(topic);
        EdgeResults.note(kind, seed, kills, manager, topic, taken, ledger);
    }

    /** A Wazuh 5 id holds more than the event's own. */
    private static String bare(String id) {
        return id.replaceAll("^.*?(s\\d+-\\d+).*$", "$1");
    }

    private static void ledgerAgrees(
            String kind, Manager manager, List<Topic.Entry> topic, WholeIntake.Taken taken, JsonNode ledger) {
        long acknowledged = ledger.path("acknowledged").asLong();
        long refused = ledger.path("refused").asLong();
        if (manager.cut().isEmpty()) {
            assertThat(acknowledged).isEqualTo(manager.written().size() + manager.strange());
            assertThat(refused).isEqualTo(manager.refused());
            assertThat(taken.alerts().size() + (long) manager.strange()).isEqualTo(acknowledged);
            assertThat(ledger.path("gapCount").asLong()).isZero();
        } else {
            // A line that was safe in Kafka, but not yet in the checkpoint, when it was cut away and the forwarder
            // died.
            assertThat(taken.alerts().size() + (long) manager.strange())
                    .isBetween(acknowledged, acknowledged + manager.cut().size());
        }
        if (kind.equals("file") && manager.cut().isEmpty()) {
            long markers = topic.stream()
                    .filter(entry -> entry.header(AlertHeader.REASON) != null)
                    .map(entry -> entry.header(AlertHeader.EPOCH) + entry.partition() + "/"
                            + entry.header(AlertHeader.SEQUENCE))
                    .distinct()
                    .count();
            assertThat(markers).as("a marker for each refused line").isEqualTo(refused);
            assertThat(taken.numbered().size() + (long) manager.strange())
                    .as("the numbers alone tell what was sent again")
                    .isEqualTo(acknowledged);
            assertThat(taken.refused()).hasSize(manager.strange());
        }
    }

    /** After "all up to T" comes no alert of T or before that was not there already. */
    private static void assertNoHeartbeatOvertakes(List<Topic.Entry> topic) {
        Map<Integer, Long> promised = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Topic.Entry entry : topic) {
            String beat = entry.header(AlertHeader.HEARTBEAT);
            if (beat != null) {
                promised.merge(entry.partition(), Long.parseLong(beat), Math::max);
            } else if (!entry.value().isEmpty() && seen.add(entry.value())) {
                Long upTo = promised.get(entry.partition());
                Long time = time(entry.value());
                if (upTo != null && time != null) {
                    assertThat(time).as(entry.value()).isGreaterThan(upTo);
                }
            }
        }
    }

    private static @Nullable Long time(String value) {
        String text =
                value.replaceAll("^.*?\"@?timestamp\":\"([^\"]*)\".*$", "$1").replace("+0000", "Z");
        return text.length() > 40 || !text.endsWith("Z")
                ? null
                : (Long) java.time.Instant.parse(text).toEpochMilli();
    }
}
