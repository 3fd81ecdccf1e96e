package id.kentongan.job.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.contracts.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topic {@code rules}: what is in force belongs to it, not to any folder. */
public final class RuleTopic {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int PATIENCE_MILLIS = 15_000;

    private final String bootstrap;
    private final String topic;
    private final String statusTopic;

    public RuleTopic(String bootstrap, String topicPrefix) {
        this.bootstrap = bootstrap;
        this.topic = Topic.RULES.named(topicPrefix);
        this.statusTopic = Topic.RULE_STATUS.named(topicPrefix);
    }

    /**
     * Where to begin.
     *
     * @param newest record of each rule, in order of slug
     * @param ends of the partitions that these were read from
     */
    public record Start(List<RuleRecord> newest, Map<TopicPartition, Long> ends) {
        public Start {
            newest = List.copyOf(newest);
            ends = Map.copyOf(ends);
        }
    }

    /** Blocks until the end of the topic is read. */
    public Start start() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<String, RuleRecord> newest = new TreeMap<>();
        everything(topic, RuleRecord.class, ends).forEach(rule -> newest.put(rule.slug(), rule));
        return new Start(List.copyOf(newest.values()), ends);
    }

    /** Every record still kept, oldest first. */
    List<RuleRecord> everything() {
        return everything(topic, RuleRecord.class, new HashMap<>());
    }

    /** What the job says of each rule, by slug. */
    Map<String, RuleStatus> statuses() {
        Map<String, RuleStatus> newest = new TreeMap<>();
        everything(statusTopic, RuleStatus.class, new HashMap<>()).forEach(status -> newest.put(status.slug(), status));
        return newest;
    }

    private <T> List<T> everything(String topic, Class<T> type, Map<TopicPartition, Long> ends) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "isolation.level",
                "read_committed",
                "default.api.timeout.ms",
                PATIENCE_MILLIS);
        List<T> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ends.putAll(consumer.endOffsets(partitions));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> kafka : consumer.poll(Duration.ofMillis(500))) {
                    found.add(read(kafka, type));
                }
            }
        }
        return found;
    }

    void publish(List<RuleRecord> rules) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.block.ms", PATIENCE_MILLIS);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = rules.stream()
                    .map(rule -> producer.send(new ProducerRecord<>(topic, rule.slug(), write(rule))))
                    .toList();
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + topic + " did not take the rules", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing rules", e);
        }
    }

    private static <T> T read(ConsumerRecord<String, byte[]> kafka, Class<T> type) {
        try {
            return JSON.readValue(kafka.value(), type);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "topic " + kafka.topic() + ", offset " + kafka.offset() + ", key " + kafka.key() + ": expected a "
                            + type.getSimpleName(),
                    e);
        }
    }

    private static byte[] write(RuleRecord rule) {
        try {
            return JSON.writeValueAsBytes(rule);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected every rule record to become JSON", e);
        }
    }
}
