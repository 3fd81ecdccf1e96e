package id.kentongan.job.bench;

import id.kentongan.job.intake.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** The same sequences by Flink's own library, as it is meant to be used: a pattern each, on one keyed stream. */
final class FlinkCep {
    private static final Set<String> MATCHES = ConcurrentHashMap.newKeySet();

    private FlinkCep() {}

    /** Names every pair of alerts that a sequence matched. */
    static Set<String> matches(List<Alert> alerts, int sequences) throws Exception {
        MATCHES.clear();
        Feed.alerts = alerts;
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        var env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        env.setParallelism(1);
        KeyedStream<Alert, String> byAddress = env.fromSource(
                        new FromMemory<>(Alert.class, alerts.size(), Feed::record),
                        WatermarkStrategy.<Alert>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (alert, any) -> alert.time().toEpochMilli()),
                        "alerts")
                .keyBy(Alert::sourceIp);
        for (int i = 0; i < sequences; i++) {
            CEP.pattern(byAddress, pattern(BenchRules.id(BenchRules.first(i)), BenchRules.id(BenchRules.second(i))))
                    .inEventTime()
                    .process(new Notes("bench-" + i))
                    .sinkTo(new DiscardingSink<>());
        }
        env.execute("cep");
        return Set.copyOf(MATCHES);
    }

    private static Pattern<Alert, Alert> pattern(String first, String second) {
        return Pattern.<Alert>begin("a", AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(alert -> alert.ruleId().equals(first)))
                .followedBy("b")
                .where(SimpleCondition.of(alert -> alert.ruleId().equals(second)))
                .within(Duration.ofMinutes(10));
    }

    /** The alerts are in this program already, for both. */
    private static final class Feed {
        private static List<Alert> alerts = List.of();

        static Alert record(long number) {
            return alerts.get((int) number);
        }
    }

    private static final class Notes extends PatternProcessFunction<Alert, String> {
        private final String rule;

        Notes(String rule) {
            this.rule = rule;
        }

        @Override
        public void processMatch(Map<String, List<Alert>> match, Context context, Collector<String> out) {
            MATCHES.add(rule + " " + match.get("a").get(0).key() + " "
                    + match.get("b").get(0).key());
        }
    }
}
