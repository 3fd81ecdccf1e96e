package id.kentongan.job.intake;

import id.kentongan.contracts.Gap;
import id.kentongan.job.correlation.ReleasesAlerts;
import id.kentongan.job.rulechange.DatedRule;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All records of topic alerts through the job's intake: the reader, then both layers against what was sent again. */
public final class WholeIntake {
    private WholeIntake() {}

    /**
     * What came out.
     *
     * @param numbered alerts behind the first layer
     * @param alerts behind the second
     */
    public record Taken(List<Alert> numbered, List<Alert> alerts, List<Refusal> refused, List<Gap> gaps) {}

    public static Taken of(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        ReadsRecords reader = new ReadsRecords();
        var takes = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new TakesAlerts()));
        takes.open();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            List<Arrival> read = new ArrayList<>();
            reader.deserialize(record, new ListCollector<>(read));
            takes.processElement(new StreamRecord<>(read.get(0), 0));
        }
        List<Alert> numbered = takes.extractOutputValues();
        var gaps = takes.getSideOutput(TakesAlerts.GAPS);
        var refused = takes.getSideOutput(TakesAlerts.REFUSED);
        Taken taken = new Taken(
                numbered,
                onceEach(numbered),
                refused == null
                        ? List.of()
                        : refused.stream().map(StreamRecord::getValue).toList(),
                gaps == null
                        ? List.of()
                        : gaps.stream().map(StreamRecord::getValue).toList());
        takes.close();
        return taken;
    }

    private static List<Alert> onceEach(List<Alert> numbered) throws Exception {
        var releases = new KeyedTwoInputStreamOperatorTestHarness<String, Alert, DatedRule, Alert>(
                new ReleasesAlerts(), Alert::agent, rule -> "", Types.STRING);
        releases.open();
        for (Alert alert : numbered) {
            releases.processElement1(alert, alert.time().toEpochMilli());
        }
        releases.processWatermark1(Watermark.MAX_WATERMARK);
        releases.processWatermark2(Watermark.MAX_WATERMARK);
        List<Alert> once = releases.extractOutputValues();
        releases.close();
        return once;
    }
}
