package id.kentongan.job.handover;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.contracts.Topic;
import id.kentongan.job.intake.Refusal;
import id.kentongan.job.settings.JobSettings;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Into the job's topics. Delivery is at least once: a case's id and version make re-sent ones harmless, without
 * transactions and their latency.
 */
public final class KafkaSinks implements Sinks {
    private final JobSettings settings;

    public KafkaSinks(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public KafkaSink<Case> cases() {
        return sink(JsonRecords.keyedBy(topic(Topic.CASES), Case::id));
    }

    @Override
    public KafkaSink<Finding> findings() {
        return sink(JsonRecords.keyedBy(topic(Topic.FINDINGS), Finding::entity));
    }

    @Override
    public KafkaSink<RuleStatus> ruleStatuses() {
        return sink(JsonRecords.keyedBy(topic(Topic.RULE_STATUS), RuleStatus::slug));
    }

    @Override
    public KafkaSink<Refusal> rejected() {
        return sink(new RejectedRecords(topic(Topic.ALERTS_REJECTED)));
    }

    private String topic(Topic topic) {
        return topic.named(settings.topicPrefix());
    }

    private <T> KafkaSink<T> sink(KafkaRecordSerializationSchema<T> records) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(settings.kafkaBootstrap())
                .setRecordSerializer(records)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty("compression.type", "lz4")
                .build();
    }
}
