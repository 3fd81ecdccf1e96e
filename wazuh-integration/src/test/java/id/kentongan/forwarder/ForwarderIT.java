package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.forwarder.trial.Await;
import id.kentongan.forwarder.trial.Broker;
import id.kentongan.forwarder.trial.Program;
import id.kentongan.forwarder.trial.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered program against a real broker, both in processes of their own. */
class ForwarderIT {
    private static final Path HOOK = Path.of(System.getProperty("kentongan.root", "."), "wazuh-integration", "hook");
    private static final Instant FIRST = Instant.parse("2026-11-02T01:00:00Z");

    private static final String ALL_OF_AWAY = "\"read\":72000,\"acknowledged\":72000,\"refused\":0";

    @TempDir
    static Path brokerDir;

    private static Broker broker;

    @TempDir
    Path dir;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new Broker(brokerDir);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void wakeBroker() throws Exception {
        broker.ensureUp();
    }

    @Test
    void whatTheHookIsGivenArrivesUnchangedWithItsPlace() throws Exception {
        broker.createTopics("hook.");
        Path spool = dir.resolve("alerts.spool");
        String alert = "{\"agent\":{\"id\":\"001\"},\"cluster\":{\"node\":\"n1\"},\"full_log\":\"a\\\\n é  \\u0000\"}";
        Path file = Files.writeString(dir.resolve("x.alert"), alert + "\n");
        try (Program program = spool("hook.", spool).start()) {
            assertThat(hook(file, spool)).isZero();
            assertThat(hook(file, spool)).isZero();
            Files.writeString(spool, "no json\n\n" + "z".repeat(1_000_000) + "\n", StandardOpenOption.APPEND);
            Await.until("5 lines are through", 30, () -> count(program) == 5);
        }

        List<Topic.Entry> alerts = Topic.alerts(broker.bootstrap(), "hook.alerts");
        assertThat(alerts).hasSize(3);
        List<Topic.Entry> hooked =
                alerts.stream().filter(entry -> entry.key().equals("n1/001")).toList();
        assertThat(hooked).extracting(Topic.Entry::value).containsExactly(alert, alert);
        long length = alert.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertThat(hooked.get(0).header(AlertHeader.OFFSET)).isEqualTo("0");
        assertThat(hooked.get(1).header(AlertHeader.OFFSET)).isEqualTo(Long.toString(length + 1));
        assertThat(hooked.get(1).header(AlertHeader.LENGTH)).isEqualTo(Long.toString(length));
        assertThat(hooked.get(1).header(AlertHeader.SOURCE)).isEqualTo("s");
        assertThat(hooked.get(1).header(AlertHeader.FILE))
                .isEqualTo(hooked.get(0).header(AlertHeader.FILE));
        assertThat(alerts)
                .anyMatch(entry -> entry.key().equals("s") && entry.value().equals("no json"));
        assertThat(Topic.read(broker.bootstrap(), "hook.alerts.rejected"))
                .extracting(entry ->
                        entry.header(AlertHeader.REASON) + entry.value().length())
                .containsExactly("empty0", "over-long65536");
    }

    @Test
    void killedForwarderLosesNothingAndSendsNothingAgainThatItsCheckpointHolds() throws Exception {
        broker.createTopics("kill.");
        Path file = dir.resolve("alerts.json");
        List<Long> safe = new ArrayList<>();
        append(file, 0, 15_000);
        try (Program program = file("kill.", file)) {
            for (int round = 1; round <= 3; round++) {
                long before = safe.isEmpty() ? 0 : safe.get(safe.size() - 1);
                program.start();
                Await.until("the checkpoint has moved", 30, () -> next(program) > before);
                append(file, round * 15_000, 15_000);
                program.kill();
                safe.add(next(program));
            }
            program.start();
            Await.until("all is through", 60, () -> next(program) == Files.size(file));
        }

        List<Topic.Entry> alerts = Topic.alerts(broker.bootstrap(), "kill.alerts");
        assertThat(numbers(alerts)).hasSize(60_000);
        Map<String, Integer> times = new HashMap<>();
        alerts.forEach(entry -> times.merge(place(entry), 1, Integer::sum));
        assertThat(times).as("a line that is sent again has the same place").hasSize(60_000);
        for (Map.Entry<String, Integer> each : times.entrySet()) {
            long offset = Long.parseLong(each.getKey().substring(each.getKey().indexOf(' ') + 1));
            long killsBefore =
                    safe.stream().filter(checkpoint -> checkpoint > offset).count();
            assertThat(each.getValue()).isLessThanOrEqualTo((int) (4 - killsBefore));
        }
    }

    @Test
    void brokerThatGoesAndComesBackLosesNothingAndIsSpokenOfOnce() throws Exception {
        broker.createTopics("away.");
        Path file = dir.resolve("alerts.json");
        append(file, 0, 2_000);
        try (Program program = file("away.", file).start()) {
            Await.until("the first part is through", 30, () -> count(program) == 2_000);
            broker.stop();
            append(file, 2_000, 60_000);
            Await.until("it says that Kafka is away", 30, () -> program.said().contains("does not answer"));
            Await.until("it says how far behind it is", 20, () -> behind(program) > 1_000_000);
            append(file, 62_000, 10_000);
            Await.until("and goes on saying so", 20, () -> behind(program) > 3_000_000);
            assertThat(trouble(program)).contains("does not answer");
            assertThat(program.residentKib()).isLessThan(250_000);
            broker.start();
            Await.until("all is through", 60, () -> count(program) == 72_000);
            Await.until("it says that Kafka is back", 10, () -> program.said().contains("answers again"));

            assertThat(program.said().split("does not answer", -1)).hasSize(2);
            assertThat(program.said()).doesNotContain("WARN", "ERROR");
            Await.until(
                    "the ledger agrees to the number", 20, () -> ledger("away.").contains(ALL_OF_AWAY));
            assertThat(program.stop()).isLessThan(Duration.ofSeconds(5));
        }

        List<Topic.Entry> alerts = Topic.alerts(broker.bootstrap(), "away.alerts");
        assertThat(alerts).hasSize(72_000);
        assertThat(numbers(alerts)).hasSize(72_000);
    }

    @Test
    void recordedDayBeatsBehindItsAlertsThroughAnOutageAndGoesOnSayingThatItEnded() throws Exception {
        broker.createTopics("day.");
        Path file = dir.resolve("alerts.json");
        append(file, 0, 4_000);
        String[] source = {"source.s.kind=recorded", "source.s.path=" + file, "source.s.speed=500"};
        try (Program program = new Program(dir.resolve("p"), broker.bootstrap(), "day.", source)) {
            program.start();
            Await.until(
                    "it has ended", 30, () -> program.progress().path("ended").asBoolean());
            assertThat(program.progress().path("sent").asLong()).isEqualTo(4_000);
            Await.until(
                    "every partition has its end", 10, () -> ends("day.alerts").size() == 4);
            assertThat(program.residentKib()).isLessThan(200_000);
            assertThat(program.stop()).isLessThan(Duration.ofSeconds(5));
            long before = beats("day.alerts");

            program.start();
            Await.until("it goes on after a restart", 20, () -> beats("day.alerts") > before);
        }

        List<Topic.Entry> all = Topic.read(broker.bootstrap(), "day.alerts");
        assertThat(all.stream().filter(entry -> !entry.heartbeat())).hasSize(4_000);
        assertThat(all.stream()
                        .filter(entry -> entry.heartbeat() && entry.header(AlertHeader.END) == null)
                        .map(entry -> entry.header(AlertHeader.HEARTBEAT))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(1);
        assertNoHeartbeatOvertakes(all);
    }

    @Test
    void lineOverTheBrokersLimitGoesAsideWholeAndTheOthersGoOn() throws Exception {
        broker.createTopics("limit.");
        broker.limit("limit.alerts", 20_000);
        Path file = dir.resolve("alerts.json");
        append(file, 0, 10);
        String longer = "{\"n\":99,\"full_log\":\"" + noise(60_000) + "\"}";
        Files.writeString(file, longer + "\n", StandardOpenOption.APPEND);
        append(file, 10, 10);
        try (Program program = file("limit.", file).start()) {
            Await.until("all are through", 40, () -> count(program) == 21);
            assertThat(program.alive()).isTrue();
        }

        assertThat(numbers(Topic.alerts(broker.bootstrap(), "limit.alerts"))).hasSize(20);
        List<Topic.Entry> aside = Topic.read(broker.bootstrap(), "limit.alerts.rejected");
        assertThat(aside).allMatch(entry -> entry.header(AlertHeader.REASON).equals("over-brokers-limit"));
        assertThat(aside.stream().map(Topic.Entry::value).collect(Collectors.joining()))
                .isEqualTo(longer);
    }

    @Test
    void checkpointThatCannotBeWrittenIsToldAndAlertsGoOn() throws Exception {
        broker.createTopics("full.");
        Path file = dir.resolve("alerts.json");
        append(file, 0, 10);
        try (Program program = file("full.", file).start()) {
            Await.until("the first part is through", 30, () -> count(program) == 10);
            Path beside = Files.createDirectory(dir.resolve("p/state/checkpoint-s.json.new")); // as a full disk would
            append(file, 10, 10);
            Await.until("it says so", 20, () -> trouble(program).contains("cannot write the checkpoint"));
            Await.until(
                    "alerts go on",
                    20,
                    () -> Topic.alerts(broker.bootstrap(), "full.alerts").size() == 20);

            Files.delete(beside);
            Await.until("all is well again", 20, () -> trouble(program).equals("null"));
            assertThat(next(program)).isEqualTo(Files.size(file));
            assertThat(program.said().split("cannot write the checkpoint", -1)).hasSize(2);
        }
    }

    @Test
    void fileThatCannotBeReadIsToldAndTimeStandsUntilItCan() throws Exception {
        broker.createTopics("shut.");
        Path file = dir.resolve("alerts.json");
        append(file, 0, 10);
        try (Program program = file("shut.", file).start()) {
            Await.until("the first part is through", 30, () -> count(program) == 10);
            Path away = dir.resolve("away.json");
            Files.move(file, away);
            Files.createSymbolicLink(file, file); // as a lost permission, also for root
            Await.until("it says so", 20, () -> !trouble(program).equals("null"));
            long beats = beats("shut.alerts");
            Await.until("the ledger says so", 20, () -> ledger("shut.").contains("\"trouble\":\""));
            assertThat(beats("shut.alerts")).as("no heartbeat meanwhile").isLessThanOrEqualTo(beats + 4);

            Files.delete(file);
            Files.move(away, file);
            append(file, 10, 10);
            Await.until("all is through", 30, () -> count(program) == 20);
            assertThat(trouble(program)).isEqualTo("null");
        }
    }

    private static long behind(Program program) throws IOException {
        return program.progress().path("totalBytes").asLong()
                - program.progress().path("readBytes").asLong();
    }

    private static String trouble(Program program) throws IOException {
        return program.progress().path("trouble").asText();
    }

    /** That no compression makes small. */
    private static String noise(int length) {
        StringBuilder noise = new StringBuilder(length);
        new java.util.Random(1)
                .ints(length, '0', 'z')
                .map(c -> c == '\\' ? 'x' : c)
                .forEach(c -> noise.append((char) c));
        return noise.toString();
    }

    @Test
    void withoutKafkaItStopsInTimeAndKeepsWhatItKnows() throws Exception {
        Path file = dir.resolve("alerts.json");
        append(file, 0, 10);
        String[] source = {"source.s.kind=file", "source.s.path=" + file};
        try (Program program = new Program(dir.resolve("p"), "127.0.0.1:1", "", source).start()) {
            Await.until("it says that Kafka is away", 20, () -> program.said().contains("does not answer"));

            assertThat(program.stop()).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(Files.readString(dir.resolve("p/state/checkpoint-s.json"))).contains("\"position\":null");
    }

    /** In each partition: after "all up to T" comes no alert of T or before that was not there already. */
    private static void assertNoHeartbeatOvertakes(List<Topic.Entry> all) {
        Map<Integer, Long> promised = new HashMap<>();
        long beats = 0;
        for (Topic.Entry entry : all) {
            if (entry.header(AlertHeader.HEARTBEAT) != null) {
                beats++;
                promised.merge(entry.partition(), Long.parseLong(entry.header(AlertHeader.HEARTBEAT)), Math::max);
            } else if (promised.containsKey(entry.partition())) {
                assertThat(time(entry)).isGreaterThan(promised.get(entry.partition()));
            }
        }
        assertThat(beats).isGreaterThan(8);
    }

    private static String ledger(String prefix) {
        List<Topic.Entry> entries = Topic.read(broker.bootstrap(), prefix + "ledger");
        return entries.isEmpty() ? "" : entries.get(entries.size() - 1).value();
    }

    private static Set<String> ends(String topic) {
        return Topic.read(broker.bootstrap(), topic).stream()
                .filter(entry -> entry.header(AlertHeader.END) != null)
                .map(entry -> "" + entry.partition())
                .collect(Collectors.toSet());
    }

    private static long beats(String topic) {
        return Topic.read(broker.bootstrap(), topic).stream()
                .filter(Topic.Entry::heartbeat)
                .count();
    }

    private static Set<String> numbers(List<Topic.Entry> alerts) {
        Set<String> numbers = new HashSet<>();
        alerts.forEach(entry -> numbers.add(entry.value().replaceAll(".*\"n\":(\\d+).*", "$1")));
        return numbers;
    }

    private static String place(Topic.Entry entry) {
        return entry.header(AlertHeader.FILE) + " " + entry.header(AlertHeader.OFFSET);
    }

    private static long time(Topic.Entry entry) {
        return Instant.parse(entry.value().replaceAll(".*\"timestamp\":\"([^\"]*)\".*", "$1"))
                .toEpochMilli();
    }

    private static long count(Program program) throws IOException {
        return program.progress().path("sent").asLong()
                + program.progress().path("rejected").asLong();
    }

    private static long next(Program program) throws IOException {
        return program.checkpoint("s").path("position").path("next").asLong();
    }

    private Program spool(String prefix, Path spool) throws IOException {
        return new Program(
                dir.resolve("p"), broker.bootstrap(), prefix, "source.s.kind=spool", "source.s.path=" + spool);
    }

    private Program file(String prefix, Path file) throws IOException {
        return new Program(dir.resolve("p"), broker.bootstrap(), prefix, "source.s.kind=file", "source.s.path=" + file);
    }

    /** Lines a second of event time apart, of twenty agents. */
    private static void append(Path file, int from, int count) throws IOException {
        StringBuilder lines = new StringBuilder(count * 160);
        for (int n = from; n < from + count; n++) {
            lines.append("{\"timestamp\":\"")
                    .append(FIRST.plusSeconds(n))
                    .append("\",\"n\":")
                    .append(n)
                    .append(",\"agent\":{\"id\":\"")
                    .append(n % 20)
                    .append("\"},\"manager\":{\"name\":\"m\"},\"full_log\":\"")
                    .append("x".repeat(60))
                    .append("\"}\n");
        }
        Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static int hook(Path alert, Path spool) throws Exception {
        Process process = new ProcessBuilder(
                        "/bin/sh",
                        HOOK.resolve("custom-kentongan").toAbsolutePath().toString(),
                        alert.toString(),
                        "",
                        spool.toString(),
                        "",
                        "",
                        "10",
                        "3")
                .start();
        return process.waitFor();
    }
}
