package id.kentongan.job.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.Serializable;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes a contract record as JSON, keyed. */
final class JsonRecords<T> implements KafkaRecordSerializationSchema<T> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final String topic;
    private final SerializableKey<T> key;

    private JsonRecords(String topic, SerializableKey<T> key) {
        this.topic = topic;
        this.key = key;
    }

    static <T> JsonRecords<T> keyedBy(String topic, SerializableKey<T> key) {
        return new JsonRecords<>(topic, key);
    }

    /** A key function that Flink can ship. */
    interface SerializableKey<T> extends Serializable {
        String of(T value);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T value, KafkaSinkContext context, Long timestamp) {
        try {
            return new ProducerRecord<>(topic, key.of(value).getBytes(UTF_8), JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected every record to become JSON", e);
        }
    }
}
