package id.kentongan.forwarder.forward;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.ledger.Entries;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Missing;
import id.kentongan.forwarder.source.Position;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends the lines of one source, numbered, and heartbeats behind them. Used by one thread.
 *
 * <p>A heartbeat never overtakes an alert that it covers: both are sent by the one thread through the one idempotent
 * producer, which keeps the order of sending within a partition through every retry, and batches never expire. After
 * a failure nothing more is sent; the caller starts a new delivery from the checkpoint.
 *
 * <p>While Kafka is away, {@link #full()} says so after a bounded number of lines, and memory stays flat.
 */
public final class Delivery implements Closeable {
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final String source;
    private final String topicPrefix;
    private final String alerts;
    private final int longest;
    private final Records records;
    private final Routes routes = new Routes();
    private final Numbers sequences;
    private final InFlight inFlight;
    private final Tally tally;
    private final AtomicInteger beatsOwed = new AtomicInteger();
    private final AtomicInteger postsOwed = new AtomicInteger();
    private final LongAdder started = new LongAdder();
    private final LongAdder completed = new LongAdder();
    private long epoch;
    private @Nullable Position last;
    private @Nullable Sent lastStretch;
    private Callback whenStretchDone = (at, failure) -> {};
    private long handed;
    private volatile int tooLong = Integer.MAX_VALUE;

    /**
     * Goes on from {@code start}.
     *
     * @param longest bytes of the longest line that the broker is known to take
     */
    public Delivery(
            Producer<byte[], byte[]> producer,
            String topicPrefix,
            String source,
            Checkpoint start,
            int longest,
            Tally tally) {
        this.producer = producer;
        this.source = source;
        this.topicPrefix = topicPrefix;
        this.alerts = Topic.ALERTS.named(topicPrefix);
        this.longest = longest;
        this.records = new Records(topicPrefix, source, start.epoch());
        this.sequences = new Numbers(start.sequences());
        this.inFlight = new InFlight(start);
        this.tally = tally;
        this.epoch = start.epoch();
        this.last = start.position();
        this.handed = start.acknowledged() + start.refusedInAll();
    }

    /** Waits until Kafka answers and the topic is there. */
    public void awaitTopic() {
        routes.over(producer.partitionsFor(alerts).size());
    }

    /** True while as much is on its way as may be: Kafka is away, or slower than we. Then nothing is to be sent. */
    public boolean full() {
        stopAfterFailure();
        return inFlight.full();
    }

    /** Sends one line. */
    public void send(Line line, Glance glance) {
        stopAfterFailure();
        Routes.Route route = routes.of(glance.key());
        int partition = route.partition();
        long sequence = sequences.next(partition);
        Refusal refusal = Refusal.of(line, longest);
        last = line.position();
        handed++;
        if (refusal == null) {
            Sent sent = inFlight.add(line, partition, glance);
            toKafka(records.alert(line, route.key(), partition, sequence), whenDone(sent));
            return;
        }
        var refused = records.refused(line, refusal, longest);
        Sent sent = Sent.refused(line, partition, refusal, glance, 1 + refused.size());
        inFlight.add(sent);
        refused.forEach(record -> toKafka(record, whenDone(sent, record.value().length)));
        toKafka(records.marker(line, route.key(), partition, sequence, refusal), whenDone(sent, 0));
    }

    /**
     * Tells every partition that something is missing behind the last line; nothing is missing before {@code from}.
     * Unless only a line was cut, a new numbering begins: what the source has now may not be what was numbered before.
     */
    public void gap(Missing missing, Instant from, Instant now) {
        stopAfterFailure();
        long newEpoch = missing.reason() == GapReason.LINE_CUT ? 0 : Checkpoint.epochAfter(epoch, now);
        if (newEpoch > 0) {
            epoch = newEpoch;
            records.epoch(newEpoch);
            sequences.clear();
        }
        Gap gap = gapOf(missing, from, now);
        byte[] json = Entries.bytes(gap);
        last = missing.position();
        Sent sent = Sent.gap(missing.position(), gap, newEpoch, routes.partitions());
        inFlight.add(sent);
        for (int partition = 0; partition < routes.partitions(); partition++) {
            var record = records.heartbeat(partition, null, sequences.last(partition), false);
            record.headers().add(AlertHeader.GAP.key(), json);
            toKafka(record, whenDone(sent, 0));
        }
    }

    private Gap gapOf(Missing missing, Instant from, Instant now) {
        Position at = missing.position();
        Instant until = missing.until() == null ? now : missing.until();
        return new Gap(
                source + "|" + missing.reason() + "|" + at.file() + "|" + at.next() + "|" + epoch,
                source,
                inFlight.checkpoint().node(),
                missing.reason(),
                from.isBefore(until) ? from : until,
                until,
                missing.lines(),
                missing.detail());
    }

    /**
     * Tells every partition that all up to that moment has been sent; {@code end}: and nothing will follow. Says nothing
     * while Kafka has not answered the last one: a later one will say more.
     */
    public void heartbeat(Instant upTo, boolean end) {
        stopAfterFailure();
        if (beatsOwed.get() > 0) {
            return;
        }
        started.increment();
        routes.over(producer.partitionsFor(alerts).size()); // may have to ask, and then waits
        completed.increment();
        beatsOwed.set(routes.partitions());
        for (int partition = 0; partition < routes.partitions(); partition++) {
            toKafka(records.heartbeat(partition, upTo, sequences.last(partition), end), this::whenBeaten);
        }
    }

    /** Writes an entry of the directory or of the ledger; a lost one, or one while Kafka is away, is followed by the next. */
    public void post(Topic topic, Object entry) {
        if (postsOwed.get() > 1) {
            return;
        }
        postsOwed.incrementAndGet();
        byte[] key = source.getBytes(StandardCharsets.UTF_8);
        toKafka(new ProducerRecord<>(topic.named(topicPrefix), key, Entries.bytes(entry)), (at, failure) -> {
            completed.increment();
            postsOwed.decrementAndGet();
        });
    }

    /** The source begins there: nothing before is wanted. */
    public void beginAt(Position position) {
        last = position;
        inFlight.add(Sent.place(position));
    }

    /** Behind the last line before which all are acknowledged. */
    public Checkpoint checkpoint() {
        return inFlight.checkpoint();
    }

    /** Behind the last line sent: where a source that is opened anew goes on. */
    public @Nullable Position lastSent() {
        return last;
    }

    /** Lines handed over since the checkpoint began, acknowledged or not. */
    public long handed() {
        return handed;
    }

    /** True when Kafka has acknowledged all that was sent. */
    public boolean acknowledged() {
        return inFlight.isEmpty();
    }

    /** The shortest line that the broker found too long; greatest int when it found none. */
    public int tooLong() {
        return tooLong;
    }

    /** True while Kafka owes an answer, to a line or to a heartbeat. From any thread. */
    public boolean waiting() {
        return started.sum() > completed.sum();
    }

    /** Answers of Kafka so far; grows while it answers. From any thread. */
    public long answers() {
        return completed.sum();
    }

    private void stopAfterFailure() {
        Exception failure = inFlight.failure();
        if (failure != null) {
            throw new KafkaException("Kafka refused a record of source " + source, failure);
        }
    }

    private void toKafka(ProducerRecord<byte[], byte[]> record, Callback whenDone) {
        started.increment();
        Future<?> unused = producer.send(record, whenDone); // the callback tells
    }

    /** One for all lines of a stretch. */
    private Callback whenDone(Sent stretch) {
        if (stretch != lastStretch) {
            lastStretch = stretch;
            whenStretchDone = (at, failure) -> {
                completed.increment();
                if (failure == null) {
                    stretch.acknowledged();
                    tally.count(null);
                } else {
                    failed(failure, stretch.longest());
                }
            };
        }
        return whenStretchDone;
    }

    private Callback whenDone(Sent sent, int bytes) {
        return (at, failure) -> {
            completed.increment();
            if (failure != null) {
                failed(failure, bytes);
            } else if (sent.acknowledged() && sent.gap == null) {
                tally.count(sent.refusal);
            }
        };
    }

    /**
     * @param bytes of the longest record among which the refused one is. Of a stretch not all may be too long; but the
     *     next delivery puts the longest aside, and so finds the one
     */
    private void failed(Exception failure, int bytes) {
        if (failure instanceof RecordTooLargeException) {
            tooLong = Math.min(tooLong, bytes);
        }
        inFlight.failed(failure);
    }

    private void whenBeaten(@Nullable Object at, @Nullable Exception failure) {
        completed.increment();
        beatsOwed.decrementAndGet();
        if (failure != null) {
            inFlight.failed(failure);
        }
    }

    /** Waits for what is on its way, at most {@code LAST_WAIT}; what is not acknowledged then will be sent again. */
    @Override
    public void close() {
        producer.close(LAST_WAIT);
    }
}
