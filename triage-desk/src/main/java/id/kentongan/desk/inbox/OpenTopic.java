package id.kentongan.desk.inbox;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.Topic;
import id.kentongan.desk.settings.DeskSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A connection to one topic that the desk reads. Every method may throw a {@link KafkaException}; used by one thread. */
final class OpenTopic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final String id;
    private final KafkaConsumer<String, byte[]> consumer;

    private OpenTopic(String name, String id, KafkaConsumer<String, byte[]> consumer) {
        this.name = name;
        this.id = id;
        this.consumer = consumer;
    }

    /** Connects; places itself at the beginning of every partition. */
    static OpenTopic open(DeskSettings settings, Topic topic, int recordsAtOnce) {
        String name = topic.named(settings.topicPrefix());
        TopicDescription description = describe(settings, name);
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(consumerSettings(settings, recordsAtOnce));
        List<TopicPartition> partitions = description.partitions().stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new OpenTopic(name, description.topicId().toString(), consumer);
    }

    String name() {
        return name;
    }

    /** Changes when the topic is deleted and created anew: its offsets then mean other records. */
    String id() {
        return id;
    }

    void continueAt(Map<Integer, Long> nextOffsets) {
        nextOffsets.forEach((partition, next) -> {
            TopicPartition place = new TopicPartition(name, partition);
            if (consumer.assignment().contains(place)) {
                consumer.seek(place, next);
            }
        });
    }

    /** Skips to the first record written at {@code since} or later, but to no more than {@code most} from each end. */
    void continueSince(Instant since, long most) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        Map<TopicPartition, Long> wanted = new HashMap<>();
        ends.keySet().forEach(place -> wanted.put(place, since.toEpochMilli()));
        consumer.offsetsForTimes(wanted, PATIENCE).forEach((place, found) -> {
            long end = ends.getOrDefault(place, 0L);
            long first = found == null ? end : found.offset();
            consumer.seek(place, Math.max(first, Math.max(0, end - most)));
        });
    }

    List<Incoming> poll(Duration wait) {
        List<Incoming> batch = new ArrayList<>();
        consumer.poll(wait)
                .forEach(one -> batch.add(new Incoming(
                        one.topic(), one.partition(), one.offset(), one.key(), one.value(), beat(one), marks(one))));
        return batch;
    }

    private static Marks marks(ConsumerRecord<String, byte[]> record) {
        String reason = header(record, AlertHeader.REASON);
        if (reason == null) {
            return Marks.NONE;
        }
        String piece = header(record, AlertHeader.PIECE);
        return new Marks(
                Instant.ofEpochMilli(record.timestamp()),
                Objects.requireNonNullElse(header(record, AlertHeader.SOURCE), ""),
                reason,
                Objects.requireNonNullElse(header(record, AlertHeader.WHERE), ""),
                piece == null || piece.startsWith("1/"));
    }

    private static @Nullable Beat beat(ConsumerRecord<String, byte[]> record) {
        String source = header(record, AlertHeader.SOURCE);
        return source == null || header(record, AlertHeader.HEARTBEAT) == null
                ? null
                : new Beat(source, Instant.ofEpochMilli(record.timestamp()), header(record, AlertHeader.END) != null);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, AlertHeader name) {
        Header found = record.headers().lastHeader(name.key());
        return found == null || found.value() == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }

    /** The next offset to read, by partition. */
    Map<Integer, Long> nextOffsets() {
        Map<Integer, Long> next = new HashMap<>();
        consumer.assignment().forEach(place -> next.put(place.partition(), consumer.position(place, PATIENCE)));
        return next;
    }

    /** The end of each partition, asked of the broker. */
    Map<Integer, Long> endOffsets() {
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(consumer.assignment(), PATIENCE).forEach((place, end) -> ends.put(place.partition(), end));
        return ends;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private static TopicDescription describe(DeskSettings settings, String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.kafkaBootstrap()))) {
            return admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next();
        } catch (ExecutionException | TimeoutException fault) {
            throw new KafkaException("topic " + name + " cannot be read: " + told(fault), fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while asking for topic " + name, stop);
        }
    }

    private static String told(Exception fault) {
        return fault.getCause() == null
                ? "no answer"
                : String.valueOf(fault.getCause().getMessage());
    }

    private static Map<String, Object> consumerSettings(DeskSettings settings, int recordsAtOnce) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafkaBootstrap(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                // The place is kept in PostgreSQL; where it no longer exists, everything is read again.
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                // Bounds the heap: a case may have half a MiB.
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                8 * 1024 * 1024,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                recordsAtOnce,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                3000);
    }
}
