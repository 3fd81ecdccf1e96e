package id.kentongan.job.rulechange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.job.intake.Sha256;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Reads records of topic {@code rules}. An emptied key disables its rule; what is no rule record is refused later. */
public final class ReadsRules implements KafkaRecordDeserializationSchema<RuleRecord> {
    private static final Logger LOG = LogManager.getLogger(ReadsRules.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<RuleRecord> out) {
        String slug = kafka.key() == null ? "-" : new String(kafka.key(), UTF_8);
        if (kafka.value() == null) {
            out.collect(new RuleRecord(slug, Sha256.hex(new byte[0]), RuleState.DISABLED, "", "", null));
            return;
        }
        try {
            out.collect(JSON.readValue(kafka.value(), RuleRecord.class));
        } catch (IOException e) {
            LOG.warn("topic rules, offset {}: no rule record, {}", kafka.offset(), e.getMessage());
            String asItCame = new String(kafka.value(), UTF_8);
            out.collect(new RuleRecord(slug, Sha256.hex(kafka.value()), RuleState.ACTIVE, asItCame, "", null));
        }
    }

    @Override
    public TypeInformation<RuleRecord> getProducedType() {
        return TypeInformation.of(RuleRecord.class);
    }
}
