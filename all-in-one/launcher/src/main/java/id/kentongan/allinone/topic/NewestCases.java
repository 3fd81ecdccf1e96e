package id.kentongan.allinone.topic;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The newest version of each case on topic {@code cases}, as of the moment of reading. */
public final class NewestCases {
    /** Escapes all but ASCII, so that a line shows on any terminal and controls nothing. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Case> byId = new HashMap<>();
    private int unreadable;

    private NewestCases() {}

    /** Reads to the end of this moment. Throws Kafka's own timeout when the broker does not answer for 15 s. */
    public static NewestCases read(String bootstrap) {
        NewestCases cases = new NewestCases();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        15_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        4 * 1024 * 1024),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.CASES.named("")).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(POLL).forEach(cases::take);
            }
        }
        return cases;
    }

    /** In the order of their opening. */
    public List<Case> inOrder() {
        List<Case> ordered = new ArrayList<>(byId.values());
        ordered.sort(Comparator.comparing(Case::openedAt).thenComparing(Case::id));
        return ordered;
    }

    /** Records that are no case; they are left out. */
    public int unreadable() {
        return unreadable;
    }

    /** The case as one line of JSON, in ASCII; equal cases give equal lines. */
    public static String json(Case one) {
        try {
            return JSON.writeValueAsString(one);
        } catch (IOException e) {
            throw new UncheckedIOException("a case that was read cannot be written", e);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Case read = JSON.readValue(record.value(), Case.class);
            byId.merge(read.id(), read, (old, next) -> next.version() >= old.version() ? next : old);
        } catch (IOException notACase) {
            unreadable++;
        }
    }
}
