package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.AlertOrigin;
import id.kentongan.contracts.Gap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Turns each Kafka record into an {@link Arrival}; what is no alert is told by its headers. */
public final class ReadsRecords implements KafkaRecordDeserializationSchema<Arrival> {
    private static final String UNNAMED = "-";
    private static final ObjectReader GAP = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Gap.class);

    private transient @Nullable Intake intake;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<Arrival> out) {
        out.collect(arrival(kafka));
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return TypeInformation.of(Arrival.class);
    }

    private Arrival arrival(ConsumerRecord<byte[], byte[]> kafka) {
        Origin origin = origin(kafka);
        byte[] bytes = kafka.value();
        if (bytes != null && bytes.length > 0) {
            return read(kafka, origin, bytes);
        }
        if (origin != null && header(kafka, AlertHeader.REASON) != null) {
            return arrival(kafka, null, null, null, origin);
        }
        return heartbeat(kafka, origin);
    }

    private static Arrival heartbeat(ConsumerRecord<byte[], byte[]> kafka, @Nullable Origin origin) {
        String upTo = header(kafka, AlertHeader.HEARTBEAT);
        String told = header(kafka, AlertHeader.GAP);
        if (origin == null || (upTo == null && told == null)) {
            return refused(kafka, "empty", origin);
        }
        try {
            Gap gap = told == null ? null : GAP.readValue(told);
            long until = upTo == null ? Heartbeat.UNKNOWN : Long.parseLong(upTo);
            boolean end = "true".equals(header(kafka, AlertHeader.END));
            return arrival(kafka, null, null, new Heartbeat(until, end, gap), origin);
        } catch (NumberFormatException | JsonProcessingException e) {
            return refused(kafka, "bad-heartbeat", null);
        }
    }

    private Arrival read(ConsumerRecord<byte[], byte[]> kafka, @Nullable Origin origin, byte[] bytes) {
        if (intake == null) {
            intake = new Intake();
        }
        Intake.Reading reading = intake.read(bytes, position(kafka));
        return reading.alert() != null
                ? arrival(kafka, reading.alert(), null, null, origin)
                : refused(kafka, String.valueOf(reading.reason()), origin);
    }

    private static Arrival refused(ConsumerRecord<byte[], byte[]> kafka, String reason, @Nullable Origin origin) {
        AlertOrigin told = AlertOrigin.parse(header(kafka, AlertHeader.ORIGIN));
        String named = told == null ? header(kafka, AlertHeader.SOURCE) : told.source();
        String file = told == null ? header(kafka, AlertHeader.FILE) : told.file();
        String offset = told == null ? header(kafka, AlertHeader.OFFSET) : Long.toString(told.offset());
        String where = "alerts " + position(kafka) + (file == null ? "" : ", " + named + " " + file + " " + offset);
        byte[] bytes = kafka.value() == null ? new byte[0] : kafka.value();
        Refusal refusal = new Refusal(named == null ? UNNAMED : named, reason, where, bytes);
        return arrival(kafka, null, refusal, null, origin);
    }

    private static Arrival arrival(
            ConsumerRecord<byte[], byte[]> kafka,
            @Nullable Alert alert,
            @Nullable Refusal refusal,
            @Nullable Heartbeat heartbeat,
            @Nullable Origin origin) {
        return new Arrival(alert, refusal, heartbeat, origin, kafka.partition(), kafka.timestamp());
    }

    /** From the one header of an alert, or from those of all else. */
    private static @Nullable Origin origin(ConsumerRecord<byte[], byte[]> kafka) {
        AlertOrigin told = AlertOrigin.parse(header(kafka, AlertHeader.ORIGIN));
        if (told != null) {
            return new Origin(kafka.partition(), told.source(), told.epoch(), told.sequence());
        }
        String source = header(kafka, AlertHeader.SOURCE);
        long epoch = number(kafka, AlertHeader.EPOCH);
        long sequence = number(kafka, AlertHeader.SEQUENCE);
        return source == null || epoch < 0 || sequence < 0
                ? null
                : new Origin(kafka.partition(), source, epoch, sequence);
    }

    /** -1 where there is none. */
    private static long number(ConsumerRecord<byte[], byte[]> kafka, AlertHeader name) {
        String text = header(kafka, name);
        return text == null
                        || text.isEmpty()
                        || text.length() > 18
                        || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Long.parseLong(text);
    }

    private static String position(ConsumerRecord<byte[], byte[]> kafka) {
        return kafka.partition() + "/" + kafka.offset();
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> kafka, AlertHeader header) {
        Header found = kafka.headers().lastHeader(header.key());
        return found == null || found.value() == null ? null : new String(found.value(), UTF_8);
    }
}
