package id.kentongan.forwarder.forward;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Opens producers that lose nothing, keep the order, and wait for as long as Kafka is away. */
public final class Producers {
    private static final int BUFFER_BYTES = 8 << 20;

    private Producers() {}

    /** One for that source; {@code connection} holds the bootstrap servers and what security needs. */
    public static Producer<byte[], byte[]> open(Map<String, Object> connection, String source) {
        return open(connection, source, Duration.ofMillis(Integer.MAX_VALUE));
    }

    /** One that gives up when Kafka has told nothing of a topic for so long. */
    public static Producer<byte[], byte[]> open(Map<String, Object> connection, String source, Duration patience) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "forwarder-" + source);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1 << 20);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
        // Else it forgets the topic when no broker answers, and sending blocks: then nobody could say how far behind we
        // are.
        settings.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
