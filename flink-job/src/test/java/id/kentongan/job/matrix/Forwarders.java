package id.kentongan.job.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.Topic;
import id.kentongan.job.matrix.Attacks.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes topic {@code alerts} as the contract says forwarders do: numbered alerts, then "all of mine up to". */
final class Forwarders implements AutoCloseable {
    private static final int PARTITIONS = Topic.ALERTS.partitions();
    private static final String EPOCH = "1793581200";

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Long> given = new HashMap<>();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Forwarders(String bootstrap, String prefix) {
        topic = Topic.ALERTS.named(prefix);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "reconnect.backoff.max.ms", 200),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(Line line) {
        send(line, line.source());
    }

    /** As another source would that read the same line. */
    void send(Line line, String source) {
        long number = numbers.merge(source + partition(line), 1L, Long::sum);
        given.put(source + line.id(), number);
        send(line, source, number);
    }

    /** A second time under the number that it had: what a forwarder does that died before its checkpoint. */
    void sendAgain(Line line) {
        send(line, line.source(), given.get(line.source() + line.id()));
    }

    private void send(Line line, String source, long number) {
        RecordHeaders headers = headers(source, number);
        headers.add(AlertHeader.FILE.key(), "1:1".getBytes(UTF_8));
        headers.add(AlertHeader.OFFSET.key(), "0".getBytes(UTF_8));
        headers.add(
                AlertHeader.LENGTH.key(), Integer.toString(line.bytes().length).getBytes(UTF_8));
        sent.add(producer.send(
                new ProducerRecord<>(topic, partition(line), null, line.key().getBytes(UTF_8), line.bytes(), headers)));
    }

    /** Into every partition, behind what was sent; returns when the broker has all of it. */
    void beat(String source, Instant upTo) throws Exception {
        beat(source, upTo, null);
    }

    /** The same at another time of the broker, epoch milliseconds. */
    void beat(String source, Instant upTo, @Nullable Long brokerTime) throws Exception {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            RecordHeaders headers = headers(source, numbers.getOrDefault(source + partition, 0L));
            headers.add(
                    AlertHeader.HEARTBEAT.key(),
                    Long.toString(upTo.toEpochMilli()).getBytes(UTF_8));
            sent.add(producer.send(new ProducerRecord<>(topic, partition, brokerTime, null, new byte[0], headers)));
        }
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
        sent.clear();
    }

    private static RecordHeaders headers(String source, long number) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(AlertHeader.SOURCE.key(), source.getBytes(UTF_8))
                .add(AlertHeader.EPOCH.key(), EPOCH.getBytes(UTF_8))
                .add(AlertHeader.SEQUENCE.key(), Long.toString(number).getBytes(UTF_8));
        return headers;
    }

    private static int partition(Line line) {
        return Math.floorMod(line.key().hashCode(), PARTITIONS);
    }

    @Override
    public void close() {
        producer.close();
    }
}
