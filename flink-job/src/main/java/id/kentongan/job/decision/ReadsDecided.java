package id.kentongan.job.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.Decision;
import id.kentongan.contracts.FindingException;
import java.io.IOException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of topics {@code decisions} and {@code exceptions}. What is none is counted, told in the log, and stays
 * on its topic; what its key held before goes on holding.
 */
public final class ReadsDecided implements KafkaRecordDeserializationSchema<Decided> {
    private static final Logger LOG = LogManager.getLogger(ReadsDecided.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String decisions;
    private transient @Nullable Counter refused;

    /** @param decisions the name of topic {@code decisions}; every other is taken for {@code exceptions} */
    public ReadsDecided(String decisions) {
        this.decisions = decisions;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        refused = context.getMetricGroup().addGroup("kentongan").counter("decisions_refused");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<Decided> out) {
        try {
            out.collect(read(kafka));
        } catch (IOException | RuntimeException e) {
            LOG.warn("topic {}, offset {}: refused, {}", kafka.topic(), kafka.offset(), e.getMessage());
            if (refused != null) {
                refused.inc();
            }
        }
    }

    private Decided read(ConsumerRecord<byte[], byte[]> kafka) throws IOException {
        if (kafka.key() == null) {
            throw new IOException("it has no key");
        }
        String key = new String(kafka.key(), UTF_8);
        byte[] value = kafka.value();
        if (kafka.topic().equals(decisions)) {
            return Decided.onCase(key, value == null ? null : JSON.readValue(value, Decision.class));
        }
        return Decided.onFindings(key, value == null ? null : JSON.readValue(value, FindingException.class));
    }

    @Override
    public TypeInformation<Decided> getProducedType() {
        return TypeInformation.of(Decided.class);
    }
}
