package id.kentongan.forwarder.trial;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.AlertOrigin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that a topic holds now, partition by partition in order. */
public final class Topic {
    private Topic() {}

    public record Entry(int partition, String key, String value, Map<String, String> headers) {
        /** Also a marker in the place of a refused line, and a gap: all that has no bytes. */
        public boolean heartbeat() {
            return value.isEmpty();
        }

        public String header(AlertHeader name) {
            return headers.get(name.key());
        }
    }

    public static List<Entry> read(String bootstrap, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Entry> entries = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> entries.add(entry(record)));
            }
            return entries;
        }
    }

    public static List<Entry> alerts(String bootstrap, String topic) {
        return read(bootstrap, topic).stream()
                .filter(entry -> !entry.heartbeat())
                .toList();
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new java.util.HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        AlertOrigin origin = AlertOrigin.parse(headers.get(AlertHeader.ORIGIN.key()));
        if (origin != null) {
            headers.put(AlertHeader.SOURCE.key(), origin.source());
            headers.put(AlertHeader.EPOCH.key(), Long.toString(origin.epoch()));
            headers.put(AlertHeader.SEQUENCE.key(), Long.toString(origin.sequence()));
            headers.put(AlertHeader.FILE.key(), origin.file());
            headers.put(AlertHeader.OFFSET.key(), Long.toString(origin.offset()));
            headers.put(AlertHeader.LENGTH.key(), Long.toString(origin.length()));
        }
        return new Entry(
                record.partition(), record.key() == null ? "" : text(record.key()), text(record.value()), headers);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
