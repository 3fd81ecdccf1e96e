package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.GapReason;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.forward.Delivery;
import id.kentongan.forwarder.forward.Tally;
import id.kentongan.forwarder.settings.SourceSettings;
import id.kentongan.forwarder.settings.SourceSettings.Kind;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Missing;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Reading;
import id.kentongan.forwarder.source.Source;
import id.kentongan.forwarder.source.Start;
import id.kentongan.forwarder.source.Tick;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RoundTest {
    private final Tick clock = new Tick();
    private final Instant start = clock.instant();
    private final Given source = new Given();
    private long bytesPerSecond;
    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(onePartition(), true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void quietLiveSourceSaysNowLessItsDelay() throws Exception {
        Round round = round(Kind.FILE, Duration.ofSeconds(2), 0);

        clock.pass(Duration.ofSeconds(1));
        round.step();

        assertThat(beats()).containsExactly(start.minusSeconds(1));
    }

    @Test
    void waitingLineHoldsTheHeartbeatBack() throws Exception {
        Round round = round(Kind.FILE, Duration.ofSeconds(2), 0);
        source.lines.add(alert(start.minusSeconds(3600)));

        clock.pass(Duration.ofSeconds(1));
        round.step();

        assertThat(beats()).containsExactly(start.minusSeconds(3602));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void heartbeatIsSentBeforeTheLineThatItDoesNotCover() throws Exception {
        Round round = round(Kind.FILE, Duration.ZERO, 0);
        source.lines.add(alert(start.minusSeconds(10)));

        round.step();
        source.lines.add(alert(start.minusSeconds(5)));
        clock.pass(Duration.ofSeconds(1));
        round.step();

        assertThat(kafka.history().get(1).value()).isEmpty();
        assertThat(beats()).containsExactly(start.minusSeconds(5));
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void lineThatWaitedWhileManyWereTakenAtOnceIsNotOvertakenByAHeartbeat() throws Exception {
        Round round = round(Kind.FILE, Duration.ZERO, 0);
        for (int i = 0; i < 500; i++) {
            source.lines.add(alert(start.plusMillis(i * 10L)));
        }
        while (!source.lines.isEmpty()) {
            clock.pass(Duration.ofMillis(700));
            round.step();
        }

        long promised = Long.MIN_VALUE;
        for (var record : kafka.history()) {
            var beat = record.headers().lastHeader(AlertHeader.HEARTBEAT.key());
            String text = new String(beat == null ? record.value() : beat.value(), StandardCharsets.UTF_8);
            if (beat != null) {
                promised = Math.max(promised, Long.parseLong(text));
            } else {
                assertThat(Instant.parse(text.substring(14, text.length() - 2)).toEpochMilli())
                        .isGreaterThanOrEqualTo(promised);
            }
        }
        assertThat(beats().size()).isGreaterThan(2);
        assertThat(sent()).isEqualTo(500);
    }

    @Test
    void heartbeatNeverTakesBackWhatItSaid() throws Exception {
        Round round = round(Kind.FILE, Duration.ZERO, 0);
        clock.pass(Duration.ofSeconds(1));
        round.step();
        source.lines.add(alert(start.minusSeconds(60)));
        clock.pass(Duration.ofSeconds(1));
        round.step();

        assertThat(beats()).containsExactly(start.plusSeconds(1), start.plusSeconds(1));
    }

    @Test
    void sourceThatCannotBeReadSaysNothing() throws Exception {
        source.listening = false;
        Round round = round(Kind.FILE, Duration.ZERO, 0);
        clock.pass(Duration.ofSeconds(5));
        round.step();

        assertThat(beats()).isEmpty();
    }

    @Test
    void recordedSourceSaysGreatestTimeSentLessOneMillisecondAndAtItsEndThatItEnded() throws Exception {
        Round round = round(Kind.RECORDED, Duration.ZERO, 1);
        source.lines.add(alert(Instant.ofEpochSecond(100)));
        source.lines.add(alert(Instant.ofEpochSecond(102)));

        round.step();
        clock.pass(Duration.ofSeconds(1));
        round.step();
        assertThat(sent()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        round.step();
        assertThat(round.ended()).isFalse();
        source.ended = true;
        clock.pass(Duration.ofSeconds(1));
        round.step();

        assertThat(beats())
                .containsExactly(
                        Instant.ofEpochMilli(99_999), Instant.ofEpochMilli(99_999), Instant.ofEpochSecond(102));
        assertThat(kafka.history().get(kafka.history().size() - 1).headers().lastHeader(AlertHeader.END.key()))
                .isNotNull();
        assertThat(round.ended()).isTrue();
    }

    @Test
    void endedSourceGoesOnSayingSoAfterARestart() throws Exception {
        source.ended = true;
        Checkpoint atEnd = new Checkpoint(
                start,
                1,
                null,
                new Position("f", "f", 0, 1),
                9,
                Map.of(),
                0,
                List.of(),
                Map.of(0, 9L),
                Instant.ofEpochSecond(102),
                null);
        Round round = round(Kind.RECORDED, Duration.ZERO, 0, atEnd);
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofSeconds(1));
            round.step();
        }

        assertThat(beats()).hasSize(3).containsOnly(Instant.ofEpochSecond(102));
    }

    @Test
    void clockThatIsSetBackStopsNeitherTheHeartbeatsNorTakesBackWhatTheySaid() throws Exception {
        Round round = round(Kind.FILE, Duration.ZERO, 0);
        clock.pass(Duration.ofSeconds(1));
        round.step();
        clock.pass(Duration.ofHours(-1));
        round.step();
        clock.pass(Duration.ofSeconds(1));
        round.step();

        assertThat(beats()).containsExactly(start.plusSeconds(1), start.plusSeconds(1));
    }

    @Test
    void gapBeginsWhereTimeWasLastToldNotAtTheLastAlert() throws Exception {
        Round round = round(Kind.FILE, Duration.ofSeconds(2), 0);
        clock.pass(Duration.ofSeconds(60));
        round.step();
        source.lines.add(new Missing(new Position("f", "f", 0, 0), GapReason.TRUNCATED, -1, null, "f"));
        round.step();

        assertThat(gaps())
                .containsExactly("\"from\":\"" + start.plusSeconds(58) + "\",\"to\":\"" + start.plusSeconds(60) + "\"");
    }

    @Test
    void catchingUpIsHeldToItsBytesASecond() throws Exception {
        bytesPerSecond = 40;
        Round round = round(Kind.FILE, Duration.ZERO, 0);
        for (int i = 0; i < 4; i++) {
            source.lines.add(alert(start.minusSeconds(10)));
        }
        for (int i = 0; i < 4; i++) {
            round.step();
        }
        assertThat(sent()).as("each is 36 bytes; the second is begun on credit").isEqualTo(2);

        clock.pass(Duration.ofSeconds(1));
        round.step();
        round.step();
        assertThat(sent()).isEqualTo(3);
    }

    private List<String> gaps() {
        return kafka.history().stream()
                .map(record -> record.headers().lastHeader(AlertHeader.GAP.key()))
                .filter(header -> header != null)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8).replaceAll(".*(\"from.*Z\").*", "$1"))
                .toList();
    }

    private Round round(Kind kind, Duration delay, double speed) {
        return round(kind, delay, speed, Checkpoint.beginning(start));
    }

    private Round round(Kind kind, Duration delay, double speed, Checkpoint from) {
        Delivery delivery = new Delivery(kafka, "", "s", from, Integer.MAX_VALUE, new Tally());
        delivery.awaitTopic();
        SourceSettings settings = new SourceSettings("s", kind, Path.of("p"), Start.TODAY, delay, speed);
        return new Round(settings, bytesPerSecond, source, delivery, null, clock);
    }

    private List<Instant> beats() {
        return kafka.history().stream()
                .map(record -> record.headers().lastHeader(AlertHeader.HEARTBEAT.key()))
                .filter(header -> header != null)
                .map(header -> Instant.ofEpochMilli(Long.parseLong(new String(header.value(), StandardCharsets.UTF_8))))
                .toList();
    }

    private long sent() {
        return kafka.history().stream()
                .filter(record -> record.value().length > 0)
                .count();
    }

    private static Line alert(Instant at) {
        byte[] bytes = ("{\"timestamp\":\"" + at + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Line(new Position("f", "f", 0, bytes.length + 1), bytes, bytes.length, null);
    }

    private static Cluster onePartition() {
        Node node = new Node(1, "127.0.0.1", 9092);
        Node[] nodes = {node};
        return new Cluster(
                "c", List.of(node), List.of(new PartitionInfo("alerts", 0, node, nodes, nodes)), Set.of(), Set.of());
    }

    private static final class Given implements Source {
        private final Deque<Reading> lines = new ArrayDeque<>();
        private boolean listening = true;
        private boolean ended;

        @Override
        public Reading next() {
            return lines.poll();
        }

        @Override
        public boolean listening() {
            return listening;
        }

        @Override
        public boolean ended() {
            return ended && lines.isEmpty();
        }

        @Override
        public void acknowledged(Position position) {
            // nothing to let go of
        }

        @Override
        public long readBytes() {
            return 0;
        }

        @Override
        public long totalBytes() {
            return 0;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
