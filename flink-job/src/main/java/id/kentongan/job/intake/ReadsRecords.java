package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.AlertHeader;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Turns each Kafka record into an {@link Arrival}; heartbeats are told from alerts by their header. */
public final class ReadsRecords implements KafkaRecordDeserializationSchema<Arrival> {
    private static final String UNNAMED = "-";

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
        String namedSource = header(kafka, AlertHeader.SOURCE);
        String source = namedSource == null ? UNNAMED : namedSource;
        byte[] bytes = kafka.value() == null ? new byte[0] : kafka.value();
        String heartbeat = header(kafka, AlertHeader.HEARTBEAT);
        if (heartbeat != null && bytes.length == 0) {
            return heartbeat(kafka, source, heartbeat);
        }
        return read(kafka, source, bytes);
    }

    private static Arrival heartbeat(ConsumerRecord<byte[], byte[]> kafka, String source, String upTo) {
        try {
            boolean end = "true".equals(header(kafka, AlertHeader.END));
            return Arrival.of(new Heartbeat(source, Long.parseLong(upTo), end));
        } catch (NumberFormatException e) {
            return Arrival.of(new Refusal(source, "bad-heartbeat", position(kafka), upTo.getBytes(UTF_8)), null);
        }
    }

    private Arrival read(ConsumerRecord<byte[], byte[]> kafka, String source, byte[] bytes) {
        if (intake == null) {
            intake = new Intake();
        }
        Intake.Reading reading = intake.read(bytes, position(kafka));
        Origin origin = origin(kafka, source);
        if (reading.alert() != null) {
            return Arrival.of(reading.alert(), origin);
        }
        String where =
                "alerts " + position(kafka) + (origin == null ? "" : ", " + origin.stream() + " " + origin.offset());
        return Arrival.of(new Refusal(source, String.valueOf(reading.reason()), where, bytes), origin);
    }

    private static @Nullable Origin origin(ConsumerRecord<byte[], byte[]> kafka, String source) {
        String file = header(kafka, AlertHeader.FILE);
        String offset = header(kafka, AlertHeader.OFFSET);
        if (file == null || offset == null || !offset.matches("\\d{1,18}")) {
            return null;
        }
        String stream = kafka.partition() + "|" + source + "|" + header(kafka, AlertHeader.EPOCH) + "|" + file;
        return new Origin(stream, Long.parseLong(offset));
    }

    private static String position(ConsumerRecord<byte[], byte[]> kafka) {
        return kafka.partition() + "/" + kafka.offset();
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> kafka, AlertHeader header) {
        Header found = kafka.headers().lastHeader(header.key());
        return found == null || found.value() == null ? null : new String(found.value(), UTF_8);
    }
}
