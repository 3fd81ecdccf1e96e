package id.kentongan.forwarder.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.AlertOrigin;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySeededTest {
    /** The checkpoint moves over so many lines at once, and never sooner than over the last of them. */
    private static final int STRETCH = 64;

    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            DeliveryTest.cluster(), false, null, new ByteArraySerializer(), new ByteArraySerializer());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void checkpointStandsBehindWhatIsAcknowledgedAndNumbersHaveNoHoles(long seed) {
        Random random = new Random(seed);
        Delivery delivery = new Delivery(
                kafka, "p.", "s", Checkpoint.beginning(Instant.ofEpochSecond(9)), Integer.MAX_VALUE, new Tally());
        delivery.awaitTopic();
        List<Integer> recordsUpTo = new ArrayList<>();
        int completed = 0;
        int safe = 0;
        int records = 0;
        for (int i = 0; i < 20_000; i++) {
            Line line = line(i, random.nextInt(50) == 0 ? "" : "x");
            delivery.send(line, new Glance("n/" + random.nextInt(9), null));
            records += line.bytes().length == 0 ? 2 : 1;
            recordsUpTo.add(records);
            for (int answers = random.nextInt(4); answers > 0 && kafka.completeNext(); answers--) {
                completed++;
            }
            if (random.nextInt(5) == 0) {
                while (safe < recordsUpTo.size() && recordsUpTo.get(safe) <= completed) {
                    safe++;
                }
                assertThat(safe(delivery)).as("seed %d, line %d", seed, i).isBetween(safe - STRETCH, safe);
            }
        }
        while (kafka.completeNext()) {
            // until nothing is owed
        }
        assertThat(safe(delivery)).as("seed %d", seed).isEqualTo(20_000);
        assertThat(delivery.acknowledged()).isTrue();
        assertThat(numbers())
                .as("seed %d", seed)
                .allSatisfy((partition, all) -> assertThat(all)
                        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, all.size())
                                .boxed()
                                .toList()));
    }

    private static int safe(Delivery delivery) {
        return Math.toIntExact(
                delivery.checkpoint().acknowledged() + delivery.checkpoint().refusedInAll());
    }

    /** Of topic alerts, in the order of sending. */
    private Map<Integer, List<Long>> numbers() {
        Map<Integer, List<Long>> numbers = new HashMap<>();
        for (ProducerRecord<byte[], byte[]> record : kafka.history()) {
            if (record.topic().equals("p.alerts")) {
                numbers.computeIfAbsent(record.partition(), none -> new ArrayList<>())
                        .add(number(record));
            }
        }
        return numbers;
    }

    private static long number(ProducerRecord<byte[], byte[]> record) {
        var origin = record.headers().lastHeader(AlertHeader.ORIGIN.key());
        return origin != null
                ? Objects.requireNonNull(AlertOrigin.parse(new String(origin.value(), UTF_8)))
                        .sequence()
                : Long.parseLong(new String(
                        record.headers().lastHeader(AlertHeader.SEQUENCE.key()).value(), UTF_8));
    }

    private static Line line(int number, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Line(new Position("f", "m", number, number + 1), bytes, bytes.length, null);
    }
}
