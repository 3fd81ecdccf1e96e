package id.kentongan.forwarder.forward;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Position;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the lines of one source, and heartbeats behind them. Used by one thread.
 *
 * <p>A heartbeat never overtakes an alert that it covers: both are sent by the one thread through the one idempotent
 * producer, which keeps the order of sending within a partition through every retry, and batches never expire. After
 * a failure nothing more is sent; the caller starts a new delivery from the checkpoint.
 *
 * <p>While Kafka is away, sending blocks and memory stays within the producer's buffer.
 */
public final class Delivery implements Closeable {
    private static final int BUFFER_BYTES = 8 << 20;
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final String source;
    private final byte[] sourceName;
    private final String alerts;
    private final String rejected;
    private final byte[] epoch;
    private final InFlight inFlight;
    private final Tally tally;
    private final LongAdder started = new LongAdder();
    private final LongAdder completed = new LongAdder();

    /** Opens a producer for that source; continues the counts of {@code start}. */
    public Delivery(Map<String, Object> kafka, String topicPrefix, String source, Checkpoint start, Tally tally) {
        this(new KafkaProducer<>(producerSettings(kafka, source)), topicPrefix, source, start, tally);
    }

    /** The same with a producer at hand. */
    public Delivery(
            Producer<byte[], byte[]> producer, String topicPrefix, String source, Checkpoint start, Tally tally) {
        this.producer = producer;
        this.source = source;
        this.sourceName = bytes(source);
        this.alerts = Topic.ALERTS.named(topicPrefix);
        this.rejected = Topic.ALERTS_REJECTED.named(topicPrefix);
        this.epoch = bytes(Long.toString(start.epoch()));
        this.inFlight = new InFlight(start);
        this.tally = tally;
    }

    private static Properties producerSettings(Map<String, Object> kafka, String source) {
        Properties settings = new Properties();
        settings.putAll(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "forwarder-" + source);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1 << 20);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) Integer.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
        return settings;
    }

    /** Waits until Kafka answers and the topic is there. */
    public void awaitTopic() {
        producer.partitionsFor(alerts);
    }

    /** Sends one line; waits while Kafka is away. */
    public void send(Line line, Glance glance) throws InterruptedException {
        Refusal refusal = Refusal.of(line);
        InFlight.Sent sent = inFlight.add(line.position(), refusal != null, glance.time());
        stopAfterFailure();
        started.increment();
        ProducerRecord<byte[], byte[]> record = refusal == null ? alert(line, glance) : refused(line, refusal);
        Future<?> unused = producer.send(record, whenDone(sent, refusal)); // the callback tells
    }

    /** Tells every partition that all up to that moment has been sent; {@code end}: and nothing will follow. */
    public void heartbeat(Instant upTo, boolean end) {
        stopAfterFailure();
        started.increment();
        List<PartitionInfo> partitions = producer.partitionsFor(alerts); // may have to ask, and then waits
        completed.increment();
        for (PartitionInfo partition : partitions) {
            var record = new ProducerRecord<byte[], byte[]>(alerts, partition.partition(), null, new byte[0]);
            record.headers()
                    .add(AlertHeader.SOURCE.key(), sourceName)
                    .add(AlertHeader.HEARTBEAT.key(), bytes(Long.toString(upTo.toEpochMilli())));
            if (end) {
                record.headers().add(AlertHeader.END.key(), bytes("true"));
            }
            started.increment();
            Future<?> unused = producer.send(record, (at, failure) -> {
                completed.increment();
                if (failure != null) {
                    inFlight.failed(failure);
                }
            });
        }
    }

    /** Behind the last line before which all are acknowledged. */
    public Checkpoint checkpoint() {
        return inFlight.checkpoint();
    }

    /** Lines sent and not yet acknowledged. */
    public int unacknowledged() {
        return inFlight.size();
    }

    /** True while Kafka owes an answer, to a line or to a heartbeat. From any thread. */
    public boolean waiting() {
        return started.sum() > completed.sum();
    }

    /** Answers of Kafka so far; grows while it answers. From any thread. */
    public long answers() {
        return completed.sum();
    }

    private void stopAfterFailure() {
        Exception failure = inFlight.failure();
        if (failure != null) {
            throw new KafkaException("Kafka refused a record of source " + source, failure);
        }
    }

    private ProducerRecord<byte[], byte[]> alert(Line line, Glance glance) {
        var record = new ProducerRecord<>(alerts, bytes(glance.key()), line.bytes());
        placed(record, line);
        return record;
    }

    private ProducerRecord<byte[], byte[]> refused(Line line, Refusal refusal) {
        var record = new ProducerRecord<>(rejected, sourceName, line.bytes());
        placed(record, line);
        Position position = line.position();
        String where = source + " " + position.file() + " " + position.offset();
        String hash = line.sha256() == null ? "" : " sha256=" + line.sha256();
        record.headers()
                .add(AlertHeader.REASON.key(), bytes(refusal.code()))
                .add(AlertHeader.WHERE.key(), bytes(where + hash));
        return record;
    }

    private void placed(ProducerRecord<byte[], byte[]> record, Line line) {
        Position position = line.position();
        record.headers()
                .add(AlertHeader.SOURCE.key(), sourceName)
                .add(AlertHeader.EPOCH.key(), epoch)
                .add(AlertHeader.FILE.key(), bytes(position.file()))
                .add(AlertHeader.OFFSET.key(), bytes(Long.toString(position.offset())))
                .add(AlertHeader.LENGTH.key(), bytes(Long.toString(line.length())));
    }

    private Callback whenDone(InFlight.Sent sent, @Nullable Refusal refusal) {
        return (at, failure) -> {
            completed.increment();
            if (failure != null) {
                inFlight.failed(failure);
                return;
            }
            if (refusal == null) {
                tally.countSent();
            } else {
                tally.countRejected(refusal);
            }
            inFlight.acknowledged(sent);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Waits for what is on its way, at most {@code LAST_WAIT}; what is not acknowledged then will be sent again. */
    @Override
    public void close() {
        producer.close(LAST_WAIT);
    }
}
