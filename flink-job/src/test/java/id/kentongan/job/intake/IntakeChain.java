package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.AlertOrigin;
import id.kentongan.contracts.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Kafka records through the reader and {@link TakesAlerts}, as they would come from topic alerts. */
final class IntakeChain {
    private final ReadsRecords reader = new ReadsRecords();
    private OneInputStreamOperatorTestHarness<Arrival, Alert> takes;
    private long offset;

    IntakeChain() throws Exception {
        takes = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new TakesAlerts()));
        takes.open();
    }

    void alert(String json, String source, long epoch, int partition, long sequence) throws Exception {
        AlertOrigin origin = new AlertOrigin(sequence, 17, json.length(), epoch, source, "f g");
        RecordHeaders headers = new RecordHeaders();
        headers.add(AlertHeader.ORIGIN.key(), origin.text().getBytes(UTF_8));
        send(json, partition, headers);
    }

    /** As with a header for each. */
    void alertInParts(String json, String source, long epoch, int partition, long sequence) throws Exception {
        send(json, partition, headers(source, epoch, sequence));
    }

    void marker(String reason, String source, long epoch, int partition, long sequence) throws Exception {
        RecordHeaders headers = headers(source, epoch, sequence);
        headers.add(AlertHeader.REASON.key(), reason.getBytes(UTF_8));
        send("", partition, headers);
    }

    void heartbeat(Instant upTo, String source, long epoch, int partition, long sequence) throws Exception {
        RecordHeaders headers = headers(source, epoch, sequence);
        headers.add(
                AlertHeader.HEARTBEAT.key(), Long.toString(upTo.toEpochMilli()).getBytes(UTF_8));
        send("", partition, headers);
    }

    void gap(String json, String source, long epoch, int partition, long sequence) throws Exception {
        RecordHeaders headers = headers(source, epoch, sequence);
        headers.add(AlertHeader.GAP.key(), json.getBytes(UTF_8));
        send("", partition, headers);
    }

    void send(String value, int partition, RecordHeaders headers) throws Exception {
        List<Arrival> read = new ArrayList<>();
        reader.deserialize(
                new ConsumerRecord<>(
                        "alerts",
                        partition,
                        offset++,
                        1_000,
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        value.length(),
                        null,
                        value.getBytes(UTF_8),
                        headers,
                        java.util.Optional.empty()),
                new ListCollector<>(read));
        takes.processElement(new StreamRecord<>(read.get(0), 0));
    }

    void restart() throws Exception {
        OperatorSubtaskState state = takes.snapshot(1, 1);
        List<Alert> before = taken();
        takes.close();
        takes = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new TakesAlerts()));
        takes.initializeState(state);
        takes.open();
        earlier.addAll(before);
    }

    private final List<Alert> earlier = new ArrayList<>();

    List<Alert> taken() {
        List<Alert> all = new ArrayList<>(earlier);
        all.addAll(takes.extractOutputValues());
        return all;
    }

    List<Gap> gaps() {
        var told = takes.getSideOutput(TakesAlerts.GAPS);
        return told == null
                ? List.of()
                : told.stream().map(StreamRecord::getValue).toList();
    }

    List<Refusal> refused() {
        var told = takes.getSideOutput(TakesAlerts.REFUSED);
        return told == null
                ? List.of()
                : told.stream().map(StreamRecord::getValue).toList();
    }

    private static RecordHeaders headers(String source, long epoch, long sequence) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(AlertHeader.SOURCE.key(), source.getBytes(UTF_8))
                .add(AlertHeader.EPOCH.key(), Long.toString(epoch).getBytes(UTF_8))
                .add(AlertHeader.SEQUENCE.key(), Long.toString(sequence).getBytes(UTF_8));
        return headers;
    }

    void close() throws Exception {
        takes.close();
    }
}
