package id.kentongan.job.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.job.intake.Refusal;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what was refused with its bytes as they came; why and from where go into headers. */
final class RejectedRecords implements KafkaRecordSerializationSchema<Refusal> {
    private final String topic;

    RejectedRecords(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Refusal refusal, KafkaSinkContext context, Long timestamp) {
        byte[] source = refusal.source().getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> kafka = new ProducerRecord<>(topic, source, refusal.bytes());
        kafka.headers()
                .add(AlertHeader.SOURCE.key(), source)
                .add(AlertHeader.REASON.key(), refusal.reason().getBytes(UTF_8))
                .add(AlertHeader.WHERE.key(), refusal.where().getBytes(UTF_8));
        return kafka;
    }
}
