package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Broker;
import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.AlertOrigin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All alerts of a topic, held against the file: each one there, none twice, and ours numbered without a hole. */
final class Arrived {
    private final Fingerprints.Tick tick;
    private final Map<Integer, Long> lastNumber = new HashMap<>();
    private long alerts;
    private long holes;
    /** How many the broker appended in each millisecond. */
    private final NavigableMap<Long, Long> appended = new TreeMap<>();

    private Arrived(Fingerprints.Tick tick) {
        this.tick = tick;
    }

    static Arrived read(String bootstrap, String topic, Fingerprints expected) {
        Arrived arrived = new Arrived(expected.tick());
        each(bootstrap, topic, arrived::take);
        return arrived;
    }

    /** Every record that the topic holds now and that is no heartbeat. */
    static void each(String bootstrap, String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                4 << 20);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Broker.partitions(topic);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    if (each.value() != null && each.value().length > 0) {
                        taker.accept(each);
                    }
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> alert) {
        alerts++;
        appended.merge(alert.timestamp(), 1L, Long::sum);
        tick.take(alert.value());
        Header header = alert.headers().lastHeader(AlertHeader.ORIGIN.key());
        AlertOrigin origin =
                header == null ? null : AlertOrigin.parse(new String(header.value(), StandardCharsets.UTF_8));
        if (origin != null) {
            long now = origin.sequence();
            Long before = lastNumber.put(alert.partition(), now);
            holes += now == (before == null ? 0 : before) + 1 ? 0 : 1;
        }
    }

    long alerts() {
        return alerts;
    }

    /** Between the first and the last append; at least a millisecond. */
    double seconds() {
        return appended.isEmpty() ? 1e-3 : seconds(appended.firstKey());
    }

    /** Between the append of the alert in the middle and the last; at least a millisecond. */
    double secondHalfSeconds() {
        long before = 0;
        for (Map.Entry<Long, Long> each : appended.entrySet()) {
            before += each.getValue();
            if (2 * before >= alerts) {
                return seconds(each.getKey());
            }
        }
        return 1e-3;
    }

    private double seconds(long since) {
        return Math.max(1, appended.lastKey() - since) / 1e3;
    }

    /** Empty when all is well. */
    String fault() {
        List<String> faults = new ArrayList<>();
        said(faults, tick.missing(), "missing");
        said(faults, tick.twice(), "twice");
        said(faults, tick.unknown(), "changed");
        said(faults, holes, "out of number");
        return String.join(", ", faults);
    }

    private static void said(List<String> faults, long count, String what) {
        if (count > 0) {
            faults.add(count + " " + what);
        }
    }
}
