package id.kentongan.forwarder.source.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.contracts.GapReason;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Start;
import id.kentongan.forwarder.trial.Findings;
import id.kentongan.forwarder.trial.OpenSearchNode;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The findings source against a real OpenSearch node. What two programs do together is in FindingsKillIT. */
class FindingsIT {
    @TempDir
    static Path home;

    private static OpenSearchNode node;

    @BeforeAll
    static void startNode() throws Exception {
        node = new OpenSearchNode(home);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void wakeNode() throws Exception {
        node.ensureUp();
    }

    @Test
    void findingsWhoseEventsAreLongPastAreAllTold() throws Exception {
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-late")) {
            Future<?> writing = writers(4, 25, "wazuh-findings-v5-late", 40);
            reader.untilLines(4_000);
            writing.get(20, TimeUnit.SECONDS);
            reader.untilQuiet();

            assertToldOnce(reader, 4_000);
        }
    }

    @Test
    void rolloverInMidRunLosesNothingAndTheOldIndexIsFinishedFirst() throws Exception {
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-roll")) {
            Future<?> writing = writers(4, 25, "wazuh-findings-v5-roll", 20);
            reader.untilLines(300);
            node.call("POST", "/wazuh-findings-v5-roll/_rollover", "");
            writing.get(20, TimeUnit.SECONDS);
            node.write("wazuh-findings-v5-roll", Findings.range(2_000, 700));
            node.call("POST", "/wazuh-findings-v5-roll/_rollover", "");
            node.write("wazuh-findings-v5-roll", Findings.range(2_700, 300));
            reader.untilLines(3_000);
            reader.untilQuiet();

            assertToldOnce(reader, 3_000);
            assertThat(reader.lines.stream()
                            .map(line -> line.position().file().substring(0, 36))
                            .distinct())
                    .as("indices in the order of their age")
                    .isSorted()
                    .hasSize(3);
            assertNumbersRiseWithinEachFile(reader);
        }
    }

    @Test
    void killedNodeLosesNothingThatItHadAcknowledgedAndNothingIsToldTwice() throws Exception {
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-kill")) {
            node.write("wazuh-findings-v5-kill", Findings.range(0, 500));
            reader.untilLines(200);
            node.write("wazuh-findings-v5-kill", Findings.range(500, 2_500));
            node.kill();
            reader.until(
                    "it sees that the node is gone", 20, () -> !reader.source().listening());
            node.start();
            reader.untilLines(3_000);
            reader.untilQuiet();

            assertToldOnce(reader, 3_000);
            assertThat(reader.gaps)
                    .as("an index in recovery is not a deleted one")
                    .isEmpty();
        }
    }

    @Test
    void oneFindingWrittenTwiceIsToldTwiceUnderOneKey() throws Exception {
        String finding = Findings.finding(1, Findings.FIRST);
        node.write("wazuh-findings-v5-twice", List.of(finding, finding));
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-twice")) {
            reader.untilLines(2);
            reader.untilQuiet();

            assertThat(reader.lines).extracting(TrialReader::text).containsExactly(finding, finding);
        }
    }

    @Test
    void caseEditOfAnOldFindingIsToldOnceMoreAndCountedAsSuch() throws Exception {
        node.write("wazuh-findings-v5-case", Findings.range(0, 20));
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-case")) {
            reader.untilLines(20);
            node.call("POST", "/wazuh-findings-v5-case/_rollover", "");
            JsonNode hit = node.call("GET", "/wazuh-findings-v5-case/_search?q=process.pid:7", "")
                    .at("/hits/hits/0");
            node.call(
                    "POST",
                    "/" + hit.path("_index").asText() + "/_update/"
                            + hit.path("_id").asText(),
                    "{\"doc\":{\"wazuh\":{\"case\":{\"status\":\"ACKNOWLEDGED\",\"user\":{\"name\":\"analis\"}}}}}");
            reader.untilLines(21);
            reader.untilQuiet();

            assertThat(reader.lines).hasSize(21);
            assertThat(reader.source().caseEdits()).isEqualTo(1);
            assertThat(TrialReader.text(reader.lines.get(20))).contains("ACKNOWLEDGED", "\"e-7\"", "\"r-1\"");
        }
    }

    @Test
    void indexDeletedBeforeItsEndIsAGapAndAfterItsEndIsNone() throws Exception {
        node.write("wazuh-findings-v5-gone", Findings.range(0, 50));
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-gone")) {
            reader.untilLines(50);
            node.call("POST", "/wazuh-findings-v5-gone/_rollover", "");
            node.call("DELETE", "/.ds-wazuh-findings-v5-gone-000001", "");
            reader.untilQuiet();
            assertThat(reader.gaps).as("finished, then deleted").isEmpty();

            node.write("wazuh-findings-v5-gone", Findings.range(50, 1_300));
            reader.untilLines(60);
            Line read = reader.lines.get(reader.lines.size() - 1);
            node.call("POST", "/wazuh-findings-v5-gone/_rollover", "");
            node.call("DELETE", "/.ds-wazuh-findings-v5-gone-000002", "");
            reader.reopenAt(read.position());
            reader.until("the gap", 10, () -> !reader.gaps.isEmpty());

            long unread = 1_300 - 1 - read.position().offset();
            assertThat(reader.gaps).singleElement().satisfies(gap -> {
                assertThat(gap.reason()).isEqualTo(GapReason.INDEX_DELETED);
                assertThat(gap.lines()).isEqualTo(unread);
                assertThat(gap.detail()).contains(".ds-wazuh-findings-v5-gone-000002", "of 1299");
            });
            reader.reopenAt(reader.gaps.get(0).position());
            node.write("wazuh-findings-v5-gone", Findings.range(1_350, 5));
            reader.until("what came behind", 10, () -> reader.numbers().contains(1_354));
            assertThat(reader.gaps).as("told once").hasSize(1);
        }
    }

    @Test
    void indexThatCameAndWentWhileNobodyLookedIsAGap() throws Exception {
        node.write("wazuh-findings-v5-unseen", Findings.range(0, 5));
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-unseen")) {
            reader.untilLines(5);
            node.call("POST", "/wazuh-findings-v5-unseen/_rollover", "");
            node.write("wazuh-findings-v5-unseen", Findings.range(5, 5));
            node.call("POST", "/wazuh-findings-v5-unseen/_rollover", "");
            node.call("DELETE", "/.ds-wazuh-findings-v5-unseen-000002", "");
            node.write("wazuh-findings-v5-unseen", Findings.range(10, 5));
            reader.untilLines(10);

            assertThat(reader.gaps).singleElement().satisfies(gap -> {
                assertThat(gap.reason()).isEqualTo(GapReason.INDEX_DELETED);
                assertThat(gap.lines()).isEqualTo(-1);
            });
        }
    }

    @Test
    void indexRecreatedUnderItsNameIsReadFromItsBeginningAndIsAGap() throws Exception {
        node.write("wazuh-findings-v5-again", Findings.range(0, 30));
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-again")) {
            reader.untilLines(30);
            node.call("DELETE", "/_data_stream/wazuh-findings-v5-again", "");
            node.write("wazuh-findings-v5-again", Findings.range(100, 40));
            reader.untilLines(70);
            reader.untilQuiet();

            assertThat(reader.numbers().subList(30, 70))
                    .containsExactlyElementsOf(IntStream.range(100, 140).boxed().toList());
            assertThat(reader.gaps)
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.reason()).isEqualTo(GapReason.INDEX_REPLACED));
            assertThat(reader.lines.get(35).position().file())
                    .isNotEqualTo(reader.lines.get(5).position().file());
            reader.reopenAt(reader.gaps.get(0).position());
            reader.untilLines(110);
            reader.untilQuiet();
            assertThat(reader.gaps).as("told once").hasSize(1);
        }
    }

    @Test
    void deletedDocumentsLeaveHolesThatHoldNothingUp() throws Exception {
        node.write("wazuh-findings-v5-holes", Findings.range(0, 10));
        node.call("POST", "/wazuh-findings-v5-holes/_refresh", "");
        JsonNode hits =
                node.call("POST", "/wazuh-findings-v5-holes/_search", "{\"size\":3,\"sort\":[{\"_seq_no\":\"desc\"}]}");
        for (JsonNode hit : hits.at("/hits/hits")) {
            node.call(
                    "DELETE",
                    "/" + hit.path("_index").asText() + "/_doc/"
                            + hit.path("_id").asText(),
                    "");
        }
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-holes")) {
            reader.untilLines(7);
            reader.untilQuiet();

            assertThat(reader.source().readBytes())
                    .isEqualTo(13)
                    .isEqualTo(reader.source().totalBytes());
            node.write("wazuh-findings-v5-holes", Findings.range(20, 1));
            reader.untilLines(8);
            assertThat(reader.lines.get(7).position().offset()).isEqualTo(13);
        }
    }

    @ParameterizedTest
    @EnumSource(value = FaultyWay.Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "FORBIDDEN")
    void brokenAnswerIsAskedForAgainAndNothingAdvancesOnIt(FaultyWay.Fault fault) throws Exception {
        String stream = "wazuh-findings-v5-" + fault.name().toLowerCase(java.util.Locale.ROOT);
        node.write(stream, Findings.range(0, 1_200));
        try (FaultyWay way = new FaultyWay(node.url());
                TrialReader reader = new TrialReader(way.url(), stream)) {
            reader.untilLines(100);
            way.spoil("_search", fault, 1);
            reader.until("the fault", 10, () -> !reader.source().listening());
            assertThat(way.spent()).isTrue();
            assertThat(reader.source().listening()).as("time is held back").isFalse();
            reader.untilLines(1_200);
            reader.untilQuiet();

            assertToldOnce(reader, 1_200);
        }
    }

    @Test
    void looksThatFailInPartOrBusyAreMadeAgain() throws Exception {
        node.write("wazuh-findings-v5-looks", Findings.range(0, 5));
        try (FaultyWay way = new FaultyWay(node.url());
                TrialReader reader = new TrialReader(way.url(), "wazuh-findings-v5-looks")) {
            way.spoil("_stats", FaultyWay.Fault.SOME_SHARDS_FAILED, 1);
            reader.untilLines(5);
            node.write("wazuh-findings-v5-looks", Findings.range(5, 5));
            way.spoil("_refresh", FaultyWay.Fault.SOME_SHARDS_FAILED, 2);
            reader.untilLines(10);
            reader.untilQuiet();

            assertToldOnce(reader, 10);
        }
    }

    @Test
    void refusalIsToldWithItsMend() throws Exception {
        node.write("wazuh-findings-v5-refused", Findings.range(0, 1));
        try (FaultyWay way = new FaultyWay(node.url());
                TrialReader reader = new TrialReader(way.url(), "wazuh-findings-v5-refused")) {
            way.spoil("_stats", FaultyWay.Fault.FORBIDDEN, 1);

            assertThat(org.assertj.core.api.Assertions.catchThrowable(reader.source()::next))
                    .hasMessageContaining("403")
                    .hasMessageContaining("indices:monitor/*");
            reader.untilLines(1);
        }
    }

    @Test
    void oddDocumentsAreCarriedByteForByteAndTheHugeOneAsOverLong() throws Exception {
        String odd = Findings.finding(1, Findings.FIRST)
                .replace("\"standard\"", "[\"standard\",\"custom\"]")
                .replace("\"level\":\"medium\",", "")
                .replace("2026-11-20T02:00:00Z", "2026-11-20T02:00:00.123456789Z")
                .replace(":40022", ": 4.0022E4 ")
                .replace("petugas x", "p\\u00e9tugas\\n x");
        String huge = Findings.finding(2, Findings.FIRST).replace("petugas x", "y".repeat(1 << 20));
        node.write("wazuh-findings-v5-odd", List.of(odd, huge, Findings.finding(3, Findings.FIRST)));
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-odd")) {
            reader.untilLines(3);

            assertThat(TrialReader.text(reader.lines.get(0))).isEqualTo(odd);
            Line over = reader.lines.get(1);
            assertThat(over.overLong()).isTrue();
            assertThat(over.length()).isEqualTo(huge.getBytes(StandardCharsets.UTF_8).length);
            assertThat(over.bytes()).hasSize(Line.KEPT);
            assertThat(TrialReader.number(reader.lines.get(2))).isEqualTo(3);
        }
    }

    @Test
    void missingStreamStopsNoneOfTheOthers() throws Exception {
        List<String> streams = List.of("access", "apps", "cloud", "network", "secur", "system", "other", "none");
        String[] names =
                streams.stream().map(each -> "wazuh-findings-v5-eight-" + each).toArray(String[]::new);
        for (int i = 0; i < 7; i++) {
            node.write(names[i], Findings.range(i * 100, 100));
        }
        try (TrialReader reader = new TrialReader(node.url(), names)) {
            reader.untilLines(700);
            assertThat(reader.source().listening()).isTrue();
            node.write(names[7], Findings.range(700, 100));
            reader.untilLines(800);
            reader.untilQuiet();

            assertToldOnce(reader, 800);
            List<Integer> numbers = reader.numbers().subList(0, 700);
            assertThat(numbers)
                    .as("streams come in the order of their documents' time")
                    .isSorted();
        }
    }

    @Test
    void withoutTheRightToRefreshEverythingComesSomeSecondsLater() throws Exception {
        try (FaultyWay way = new FaultyWay(node.url());
                TrialReader reader = new TrialReader(way.url(), "wazuh-findings-v5-norefresh")) {
            way.spoil("_refresh", FaultyWay.Fault.FORBIDDEN, Integer.MAX_VALUE);
            long from = System.nanoTime();
            Future<?> writing = writers(4, 10, "wazuh-findings-v5-norefresh", 25);
            reader.untilLines(1);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Survey.SETTLED);
            writing.get(20, TimeUnit.SECONDS);
            reader.untilLines(1_000);
            reader.untilQuiet();

            assertToldOnce(reader, 1_000);
        }
    }

    @Test
    void alertOfWazuh4AmongFindingsIsRefusedByTheMappingOrCarriedForTheJobToJudge() throws Exception {
        String four = "{\"@timestamp\":\"2026-11-20T02:00:00Z\",\"manager\":{\"name\":\"m\"},\"rule\":{\"id\":\"5\"}}";
        assertThat(node.send("POST", "/wazuh-findings-v5-four/_doc", four).statusCode())
                .isEqualTo(400);
        node.call("PUT", "/lax-findings", "{\"settings\":{\"number_of_replicas\":0}}");
        node.call("POST", "/lax-findings/_doc", four);
        try (TrialReader reader = new TrialReader(node.url(), "lax-findings")) {
            reader.untilLines(1);

            assertThat(TrialReader.text(reader.lines.get(0))).isEqualTo(four);
        }
    }

    @Test
    void readerThatPausedCatchesUpFromItsPosition() throws Exception {
        node.write("wazuh-findings-v5-pause", Findings.range(0, 10));
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-pause")) {
            reader.untilLines(10);
            for (int from = 10; from < 20_010; from += 2_000) {
                node.write("wazuh-findings-v5-pause", Findings.range(from, 2_000));
            }
            reader.reopen();
            long began = System.nanoTime();
            reader.untilLines(20_010);
            double seconds = (System.nanoTime() - began) / 1e9;

            assertToldOnce(reader, 20_010);
            assertThat(20_000 / seconds).as("findings a second").isGreaterThan(2_000);
            org.apache.logging.log4j.LogManager.getLogger(FindingsIT.class)
                    .info("caught up with 20,000 findings in {} s", seconds);
        }
    }

    @Test
    void onePositionRestoresTheWholeCursorOverAllStreams() throws Exception {
        for (String stream : List.of("a", "b", "c")) {
            node.write("wazuh-findings-v5-whole-" + stream, Findings.range(stream.charAt(0) * 1_000, 300));
        }
        try (TrialReader reader = new TrialReader(node.url(), "wazuh-findings-v5-whole-*")) {
            for (int stop : List.of(1, 250, 300, 450, 899)) {
                reader.until("up to " + stop, 20, () -> reader.lines.size() == stop);
                reader.reopen();
            }
            reader.untilLines(900);
            reader.untilQuiet();

            assertThat(new HashSet<>(reader.numbers())).hasSize(900);
            assertThat(reader.lines).hasSize(900);
        }
    }

    @Test
    void startAtTheEndOrTodayLeavesOutWhatIsOlder() throws Exception {
        Instant now = Instant.now();
        node.write(
                "wazuh-findings-v5-start",
                List.of(Findings.finding(1, now.minus(Duration.ofDays(3))), Findings.finding(2, now)));
        IndexerAccess access = TrialReader.access(node.url(), Duration.ofMillis(200), 0, "wazuh-findings-v5-start");
        try (TrialReader end = new TrialReader(access, Start.END);
                TrialReader today = new TrialReader(access, Start.TODAY)) {
            end.untilQuiet();
            today.untilQuiet();
            assertThat(end.numbers()).isEmpty();
            assertThat(today.numbers()).containsExactly(2);
            node.call("POST", "/wazuh-findings-v5-start/_rollover", "");
            node.write("wazuh-findings-v5-start", List.of(Findings.finding(3, now.minus(Duration.ofDays(2)))));
            end.untilLines(1);

            assertThat(end.numbers()).as("an index that is new is read whole").containsExactly(3);
        }
    }

    @Test
    void nudgeBringsTheNextLookForwardAndIsNotBelieved() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        IndexerAccess access = TrialReader.access(node.url(), Duration.ofMinutes(1), port, "wazuh-findings-v5-nudge");
        node.write("wazuh-findings-v5-nudge", Findings.range(0, 1));
        try (TrialReader reader = new TrialReader(access, Start.BEGINNING)) {
            reader.untilLines(1);
            node.write("wazuh-findings-v5-nudge", Findings.range(1, 1));
            assertThat(nudge(port, "GET", "")).isEqualTo(405);
            assertThat(nudge(port, "POST", "x".repeat(65 * 1024))).isEqualTo(413);
            assertThat(reader.source().next()).as("neither was a nudge").isNull();
            assertThat(nudge(port, "POST", "{\"finding\":\"" + "forged")).isEqualTo(202);
            reader.untilLines(2);

            assertThat(reader.numbers()).containsExactly(0, 1);
        }
    }

    private static int nudge(int port, String method, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/any"))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** So many writers with so many bulks of {@code size} each, events 0.1 to 65 s before they are written. */
    private static Future<?> writers(int writers, int bulks, String stream, int size) {
        ExecutorService pool = Executors.newFixedThreadPool(writers + 1);
        Future<?> all = pool.submit(() -> {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int from = writer * bulks * size;
                Random random = new Random(writer);
                tasks.add(() -> writeBulks(stream, from, bulks, size, random));
            }
            for (Future<Void> each : pool.invokeAll(tasks)) {
                each.get();
            }
            pool.shutdown();
            return null;
        });
        return all;
    }

    private static Void writeBulks(String stream, int from, int bulks, int size, Random random) throws Exception {
        for (int bulk = 0; bulk < bulks; bulk++) {
            int first = from + bulk * size;
            node.write(
                    stream,
                    IntStream.range(first, first + size)
                            .mapToObj(number ->
                                    Findings.finding(number, Instant.now().minusMillis(100 + random.nextInt(65_000))))
                            .toList());
        }
        return null;
    }

    private static void assertToldOnce(TrialReader reader, int count) {
        List<Integer> numbers = reader.numbers();
        assertThat(new HashSet<>(numbers)).as("none is lost").hasSize(count);
        assertThat(numbers).as("none is told twice").hasSize(count);
    }

    private static void assertNumbersRiseWithinEachFile(TrialReader reader) {
        for (int i = 1; i < reader.lines.size(); i++) {
            var before = reader.lines.get(i - 1).position();
            var after = reader.lines.get(i).position();
            if (before.file().equals(after.file())) {
                assertThat(after.offset()).isGreaterThan(before.offset());
            }
        }
    }
}
