package id.kentongan.forwarder.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Node BROKER = new Node(1, "127.0.0.1", 9092);
    private static final Glance GLANCE = new Glance("n/001", Instant.ofEpochSecond(7));

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(cluster(), false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Tally tally = new Tally();
    private final Delivery delivery = new Delivery(kafka, "p.", "hook", Checkpoint.NONE, tally);

    @Test
    void alertKeepsItsBytesAndCarriesWhereItCameFrom() throws Exception {
        delivery.send(line(0, "{\"a\":1}"), GLANCE);

        ProducerRecord<byte[], byte[]> record = kafka.history().get(0);
        assertThat(record.topic()).isEqualTo("p.alerts");
        assertThat(text(record.key())).isEqualTo("n/001");
        assertThat(text(record.value())).isEqualTo("{\"a\":1}");
        assertThat(header(record, AlertHeader.SOURCE)).isEqualTo("hook");
        assertThat(header(record, AlertHeader.EPOCH)).isEqualTo("1");
        assertThat(header(record, AlertHeader.FILE)).isEqualTo("f");
        assertThat(header(record, AlertHeader.OFFSET)).isEqualTo("0");
        assertThat(header(record, AlertHeader.LENGTH)).isEqualTo("7");
    }

    @Test
    void emptyAndOverLongLinesGoToTheRejectedWithReasonAndPlace() throws Exception {
        delivery.send(line(0, ""), GLANCE);
        delivery.send(new Line(new Position("f", "m", 1, 2_000_002), new byte[3], 2_000_000, "abc"), GLANCE);
        kafka.completeNext();
        kafka.completeNext();

        assertThat(kafka.history()).extracting(ProducerRecord::topic).containsOnly("p.alerts.rejected");
        assertThat(header(kafka.history().get(0), AlertHeader.REASON)).isEqualTo("empty");
        assertThat(header(kafka.history().get(1), AlertHeader.REASON)).isEqualTo("over-long");
        assertThat(header(kafka.history().get(1), AlertHeader.LENGTH)).isEqualTo("2000000");
        assertThat(header(kafka.history().get(1), AlertHeader.WHERE)).isEqualTo("hook f 1 sha256=abc");
        assertThat(tally.rejected(Refusal.EMPTY)).isEqualTo(1);
        assertThat(tally.rejected(Refusal.OVER_LONG)).isEqualTo(1);
        assertThat(delivery.checkpoint().rejected()).isEqualTo(2);
    }

    @Test
    void checkpointNeverPassesAnUnacknowledgedLine() throws Exception {
        InFlight inFlight = new InFlight(Checkpoint.NONE);
        InFlight.Sent first = inFlight.add(new Position("f", "m", 0, 2), false, null);
        InFlight.Sent second = inFlight.add(new Position("f", "m", 2, 4), false, null);

        inFlight.acknowledged(second);
        assertThat(inFlight.checkpoint()).isEqualTo(Checkpoint.NONE);
        inFlight.acknowledged(first);
        assertThat(inFlight.checkpoint().position().next()).isEqualTo(4);
        assertThat(inFlight.checkpoint().sent()).isEqualTo(2);
    }

    @Test
    void heartbeatGoesIntoEveryPartitionBehindTheAlerts() throws Exception {
        delivery.send(line(0, "x"), GLANCE);
        delivery.heartbeat(Instant.ofEpochMilli(1234), false);
        delivery.heartbeat(Instant.ofEpochMilli(1234), true);

        List<ProducerRecord<byte[], byte[]>> beats = kafka.history().subList(1, 9);
        assertThat(beats).extracting(ProducerRecord::partition).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
        assertThat(beats).allMatch(beat -> beat.value().length == 0 && beat.key() == null);
        assertThat(beats).allMatch(beat -> header(beat, AlertHeader.HEARTBEAT).equals("1234"));
        assertThat(beats.get(3).headers().lastHeader(AlertHeader.END.key())).isNull();
        assertThat(header(beats.get(4), AlertHeader.END)).isEqualTo("true");
    }

    @Test
    void nothingIsSentAfterAFailureNotEvenAHeartbeat() throws Exception {
        delivery.send(line(0, "x"), GLANCE);
        kafka.errorNext(new KafkaException("gone"));

        assertThatThrownBy(() -> delivery.heartbeat(Instant.EPOCH, false)).isInstanceOf(KafkaException.class);
        assertThatThrownBy(() -> delivery.send(line(2, "y"), GLANCE)).isInstanceOf(KafkaException.class);
        assertThat(kafka.history()).hasSize(1);
        assertThat(delivery.checkpoint()).isEqualTo(Checkpoint.NONE);
    }

    private static Line line(long offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Line(new Position("f", "m", offset, offset + bytes.length + 1), bytes, bytes.length, null);
    }

    private static String header(ProducerRecord<byte[], byte[]> record, AlertHeader name) {
        Header header = record.headers().lastHeader(name.key());
        return text(header.value());
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
