package id.kentongan.forwarder.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.AlertOrigin;
import id.kentongan.contracts.GapReason;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Missing;
import id.kentongan.forwarder.source.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Node BROKER = new Node(1, "127.0.0.1", 9092);
    private static final Instant NOW = Instant.ofEpochSecond(1000);
    private static final Glance GLANCE = new Glance("n/001", Instant.ofEpochSecond(7));

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(cluster(), false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Tally tally = new Tally();
    private final Delivery delivery = delivery(Checkpoint.beginning(NOW), Integer.MAX_VALUE);

    @Test
    void alertKeepsItsBytesAndCarriesWhereItCameFromAndItsNumber() throws Exception {
        delivery.send(line(0, "{\"a\":1}"), GLANCE);
        delivery.send(line(8, "{}"), GLANCE);

        ProducerRecord<byte[], byte[]> record = kafka.history().get(0);
        assertThat(record.topic()).isEqualTo("p.alerts");
        assertThat(text(record.key())).isEqualTo("n/001");
        assertThat(text(record.value())).isEqualTo("{\"a\":1}");
        assertThat(header(record, AlertHeader.SOURCE)).isEqualTo("hook");
        assertThat(header(record, AlertHeader.EPOCH)).isEqualTo("1000");
        assertThat(header(record, AlertHeader.FILE)).isEqualTo("f");
        assertThat(header(record, AlertHeader.OFFSET)).isEqualTo("0");
        assertThat(header(record, AlertHeader.LENGTH)).isEqualTo("7");
        assertThat(header(record, AlertHeader.SEQUENCE)).isEqualTo("1");
        assertThat(header(kafka.history().get(1), AlertHeader.SEQUENCE)).isEqualTo("2");
    }

    @Test
    void keysGoWhereKafkasOwnPartitionerPutsThemAndNumbersRunByPartition() throws Exception {
        for (int agent = 0; agent < 50; agent++) {
            delivery.send(line(agent * 3L, "{}"), new Glance("n/" + agent, null));
        }

        int[] last = new int[4];
        for (ProducerRecord<byte[], byte[]> record : kafka.history()) {
            int partition = record.partition();
            assertThat(partition)
                    .isEqualTo(org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
                            record.key(), 4));
            assertThat(header(record, AlertHeader.SEQUENCE)).isEqualTo("" + ++last[partition]);
        }
        assertThat(last).doesNotContain(0);
    }

    @Test
    void refusedLinesLeaveAMarkerInTheirPlaceAndGoAsideWithReasonAndPlace() throws Exception {
        delivery.send(line(0, ""), GLANCE);
        delivery.send(new Line(new Position("f", "m", 1, 2_000_002), new byte[3], 2_000_000, "abc"), GLANCE);
        completeAll();

        List<ProducerRecord<byte[], byte[]>> sent = kafka.history();
        assertThat(sent)
                .extracting(ProducerRecord::topic)
                .containsExactly("p.alerts.rejected", "p.alerts", "p.alerts.rejected", "p.alerts");
        assertThat(header(sent.get(0), AlertHeader.REASON)).isEqualTo("empty");
        assertThat(header(sent.get(2), AlertHeader.REASON)).isEqualTo("over-long");
        assertThat(header(sent.get(2), AlertHeader.LENGTH)).isEqualTo("2000000");
        assertThat(header(sent.get(2), AlertHeader.WHERE)).isEqualTo("hook f 1");
        assertThat(header(sent.get(2), AlertHeader.SHA256)).isEqualTo("abc");
        assertThat(sent.get(3).value()).isEmpty();
        assertThat(header(sent.get(3), AlertHeader.REASON)).isEqualTo("over-long");
        assertThat(header(sent.get(3), AlertHeader.SEQUENCE)).isEqualTo("2");
        assertThat(tally.rejected(Refusal.OVER_LONG)).isEqualTo(1);
        assertThat(delivery.checkpoint().refused()).isEqualTo(Map.of("empty", 1L, "over-long", 1L));
        assertThat(delivery.checkpoint().sequences().values()).containsExactly(2L);
    }

    @Test
    void lineThatTheBrokerFindsTooLongGoesAsideWholeInPiecesTheNextTime() throws Exception {
        String text = "abcdefghij".repeat(10);
        delivery.send(line(0, text), GLANCE);
        kafka.errorNext(new RecordTooLargeException("too large"));
        assertThatThrownBy(() -> delivery.send(line(101, "x"), GLANCE)).isInstanceOf(KafkaException.class);
        assertThat(delivery.tooLong()).isEqualTo(100);

        kafka.clear();
        Delivery again = delivery(delivery.checkpoint(), 99);
        again.send(line(0, text), GLANCE);
        completeAll();

        List<ProducerRecord<byte[], byte[]>> aside = kafka.history().stream()
                .filter(record -> record.topic().equals("p.alerts.rejected"))
                .toList();
        assertThat(aside.stream().map(record -> text(record.value())).reduce("", String::concat))
                .isEqualTo(text);
        assertThat(aside)
                .extracting(record -> header(record, AlertHeader.PIECE))
                .containsExactly("1/3", "2/3", "3/3");
        assertThat(header(aside.get(0), AlertHeader.REASON)).isEqualTo("over-brokers-limit");
        assertThat(header(aside.get(0), AlertHeader.SHA256)).hasSize(64);
        assertThat(again.checkpoint().refusedInAll()).isEqualTo(1);
    }

    @Test
    void checkpointNeverPassesAnUnacknowledgedLine() {
        InFlight inFlight = new InFlight(Checkpoint.beginning(NOW));
        Sent first = Sent.refused(line(0, ""), 0, Refusal.EMPTY, GLANCE, 2);
        inFlight.add(first);
        Sent second = inFlight.add(line(2, "x"), 0, GLANCE);
        inFlight.add(line(4, "y"), 0, GLANCE);

        second.acknowledged();
        first.acknowledged();
        assertThat(inFlight.checkpoint().position()).isNull();
        first.acknowledged();
        assertThat(inFlight.checkpoint().position()).isEqualTo(new Position("f", "m", 0, 1));
        assertThat(inFlight.checkpoint().acknowledged()).isZero();
        second.acknowledged();
        assertThat(inFlight.checkpoint().position()).isEqualTo(new Position("f", "m", 4, 6));
        assertThat(inFlight.checkpoint().acknowledged()).isEqualTo(2);
        assertThat(inFlight.checkpoint().sequences()).isEqualTo(Map.of(0, 3L));
        assertThat(inFlight.checkpoint().node()).isEqualTo("n");
        assertThat(inFlight.isEmpty()).isTrue();
    }

    @Test
    void lineSentOnceAllBeforeItAreAcknowledgedIsNotTakenForOneOfThem() {
        InFlight inFlight = new InFlight(Checkpoint.beginning(NOW));
        inFlight.add(line(0, "x"), 0, GLANCE).acknowledged();
        assertThat(inFlight.checkpoint().acknowledged()).isEqualTo(1);

        Sent next = inFlight.add(line(2, "y"), 0, GLANCE);

        assertThat(inFlight.checkpoint().acknowledged()).isEqualTo(1);
        next.acknowledged();
        assertThat(inFlight.checkpoint().acknowledged()).isEqualTo(2);
    }

    @Test
    void longestOfManyLinesIsPutAsideFirstWhereTheBrokerTellsNotWhich() {
        delivery.send(line(0, "abc"), GLANCE);
        delivery.send(line(4, "abcdef"), GLANCE);
        delivery.send(line(11, "ab"), GLANCE);
        kafka.errorNext(new RecordTooLargeException("too large"));

        assertThat(delivery.tooLong()).isEqualTo(6);
        assertThat(delivery.checkpoint().position()).isNull();
    }

    @Test
    void heartbeatGoesIntoEveryPartitionBehindTheAlertsWithTheLastNumberThere() throws Exception {
        delivery.send(line(0, "x"), GLANCE);
        delivery.heartbeat(Instant.ofEpochMilli(1234), false);
        completeAll();
        delivery.heartbeat(Instant.ofEpochMilli(1234), true);

        int ofAlert = kafka.history().get(0).partition();
        List<ProducerRecord<byte[], byte[]>> beats = kafka.history().subList(1, 9);
        assertThat(beats).extracting(ProducerRecord::partition).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
        assertThat(beats).allMatch(beat -> beat.value().length == 0 && beat.key() == null);
        assertThat(beats).allMatch(beat -> header(beat, AlertHeader.HEARTBEAT).equals("1234"));
        assertThat(beats)
                .allMatch(beat -> header(beat, AlertHeader.SEQUENCE).equals(beat.partition() == ofAlert ? "1" : "0"));
        assertThat(beats.get(3).headers().lastHeader(AlertHeader.END.key())).isNull();
        assertThat(header(beats.get(4), AlertHeader.END)).isEqualTo("true");
    }

    @Test
    void heartbeatWaitsForTheAnswerToTheLastOne() {
        delivery.heartbeat(Instant.ofEpochMilli(1), false);
        delivery.heartbeat(Instant.ofEpochMilli(2), false);
        assertThat(kafka.history()).hasSize(4);

        completeAll();
        delivery.heartbeat(Instant.ofEpochMilli(3), false);
        assertThat(kafka.history()).hasSize(8);
    }

    @Test
    void noMoreThanABoundedNumberOfLinesIsOnItsWayWhileKafkaIsAway() throws Exception {
        int sent = 0;
        for (; !delivery.full(); sent++) {
            delivery.send(line(sent * 2L, "x"), GLANCE);
        }
        assertThat(sent).isBetween(1_000, 20_000);

        for (int answers = 0; answers < 64; answers++) {
            kafka.completeNext();
        }
        assertThat(delivery.full()).isFalse();
    }

    @Test
    void gapIsToldInEveryPartitionAndBeginsAnotherNumbering() throws Exception {
        delivery.send(line(0, "x"), GLANCE);
        delivery.gap(missing(GapReason.FILE_LOST), Instant.ofEpochSecond(5), Instant.ofEpochSecond(900));
        delivery.send(line(0, "y"), GLANCE);
        completeAll();

        List<ProducerRecord<byte[], byte[]>> told = kafka.history().subList(1, 5);
        assertThat(told).extracting(ProducerRecord::partition).containsExactly(0, 1, 2, 3);
        assertThat(told).allMatch(record -> header(record, AlertHeader.GAP).contains("\"reason\":\"FILE_LOST\""));
        assertThat(told)
                .allMatch(record -> header(record, AlertHeader.GAP)
                        .contains("\"from\":\"1970-01-01T00:00:05Z\",\"to\":\"1970-01-01T00:15:00Z\""));
        assertThat(header(kafka.history().get(5), AlertHeader.EPOCH)).isEqualTo("1001");
        assertThat(header(kafka.history().get(5), AlertHeader.SEQUENCE)).isEqualTo("1");
        Checkpoint now = delivery.checkpoint();
        assertThat(now.gapCount()).isEqualTo(1);
        assertThat(now.gaps().get(0).node()).isNull();
        assertThat(now.epoch()).isEqualTo(1001);
        assertThat(now.sequences().values()).containsExactly(1L);
    }

    @Test
    void gapIsNotForgottenWhileOnePartitionHasNotHeardOfIt() throws Exception {
        delivery.gap(missing(GapReason.TRUNCATED), NOW, NOW);
        kafka.completeNext();
        kafka.completeNext();
        kafka.completeNext();

        assertThat(delivery.checkpoint().gapCount()).isZero();
        assertThat(delivery.checkpoint().position()).isNull();
    }

    @Test
    void cutLineIsToldWithoutAnotherNumbering() throws Exception {
        delivery.gap(missing(GapReason.LINE_CUT), NOW, NOW);
        completeAll();

        assertThat(delivery.checkpoint().epoch()).isEqualTo(1000);
        assertThat(delivery.checkpoint().gapCount()).isEqualTo(1);
    }

    @Test
    void nothingIsSentAfterAFailureNotEvenAHeartbeat() throws Exception {
        delivery.send(line(0, "x"), GLANCE);
        kafka.errorNext(new KafkaException("gone"));

        assertThatThrownBy(() -> delivery.heartbeat(Instant.EPOCH, false)).isInstanceOf(KafkaException.class);
        assertThatThrownBy(() -> delivery.send(line(2, "y"), GLANCE)).isInstanceOf(KafkaException.class);
        assertThat(kafka.history()).hasSize(1);
        assertThat(delivery.checkpoint().position()).isNull();
    }

    private Delivery delivery(Checkpoint start, int longest) {
        Delivery fresh = new Delivery(kafka, "p.", "hook", start, longest, tally);
        fresh.awaitTopic();
        return fresh;
    }

    private void completeAll() {
        boolean more = true;
        while (more) {
            more = kafka.completeNext();
        }
    }

    private static Missing missing(GapReason reason) {
        return new Missing(new Position("g", "m", 0, 0), reason, -1, null, "ossec-alerts-01.json");
    }

    private static Line line(long offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Line(new Position("f", "m", offset, offset + bytes.length + 1), bytes, bytes.length, null);
    }

    private static String header(ProducerRecord<byte[], byte[]> record, AlertHeader name) {
        Header header = record.headers().lastHeader(name.key());
        return header == null ? ofOrigin(origin(record), name) : text(header.value());
    }

    private static AlertOrigin origin(ProducerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(AlertHeader.ORIGIN.key());
        return Objects.requireNonNull(AlertOrigin.parse(text(header.value())));
    }

    private static String ofOrigin(AlertOrigin origin, AlertHeader name) {
        return switch (name) {
            case SOURCE -> origin.source();
            case FILE -> origin.file();
            case EPOCH -> Long.toString(origin.epoch());
            case OFFSET -> Long.toString(origin.offset());
            case LENGTH -> Long.toString(origin.length());
            case SEQUENCE -> Long.toString(origin.sequence());
            default -> throw new IllegalArgumentException("expected a header of an alert, got " + name);
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static Cluster cluster() {
        Node[] nodes = {BROKER};
        List<PartitionInfo> partitions = List.of(
                new PartitionInfo("p.alerts", 0, BROKER, nodes, nodes),
                new PartitionInfo("p.alerts", 1, BROKER, nodes, nodes),
                new PartitionInfo("p.alerts", 2, BROKER, nodes, nodes),
                new PartitionInfo("p.alerts", 3, BROKER, nodes, nodes),
                new PartitionInfo("p.alerts.rejected", 0, BROKER, nodes, nodes));
        return new Cluster("c", List.of(BROKER), partitions, Set.of(), Set.of());
    }
}
