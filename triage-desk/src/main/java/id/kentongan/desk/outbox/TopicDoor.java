package id.kentongan.desk.outbox;

import id.kentongan.desk.settings.DeskSettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes records to Kafka. The producer is made when the first record goes. */
final class TopicDoor implements Door {
    private final DeskSettings settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    TopicDoor(DeskSettings settings) {
        this.settings = settings;
    }

    @Override
    public void send(Parcel parcel) throws Exception {
        String payload = parcel.payload();
        byte[] value = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
        producer()
                .send(new ProducerRecord<>(parcel.target(), parcel.key(), value))
                .get(12, TimeUnit.SECONDS);
    }

    private KafkaProducer<String, byte[]> producer() {
        KafkaProducer<String, byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers", settings.kafkaBootstrap(),
                            "client.id", "kentongan-desk-outbox",
                            "acks", "all",
                            "max.block.ms", "5000",
                            "request.timeout.ms", "5000",
                            "delivery.timeout.ms", "10000"),
                    new StringSerializer(),
                    new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @Override
    public void close() {
        KafkaProducer<String, byte[]> open = producer;
        if (open != null) {
            open.close(java.time.Duration.ofSeconds(2));
        }
    }
}
