package id.kentongan.job;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.bench.FromMemory;
import id.kentongan.job.casework.Casework;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.correlation.CorrelatesAlerts;
import id.kentongan.job.correlation.EntityAlert;
import id.kentongan.job.correlation.Match;
import id.kentongan.job.correlation.ReleasesAlerts;
import id.kentongan.job.decision.Decided;
import id.kentongan.job.handover.Sinks;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Arrival;
import id.kentongan.job.intake.Refusal;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.settings.JobSettings;
import id.kentongan.job.settings.RuleBudgets;
import id.kentongan.job.settings.StateBackend;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The job as it is built, in this program, from memory to nowhere: one subtask of each operator. */
public final class WholeChain {
    private static final AtomicLong FINDINGS = new AtomicLong();
    private static final Set<String> MATCHES = ConcurrentHashMap.newKeySet();

    private WholeChain() {}

    /** Runs to the end; how many findings it told. */
    public static long run(Source<Arrival, ?, ?> alerts, List<RuleRecord> rules, StateBackend backend, Path checkpoints)
            throws Exception {
        FINDINGS.set(0);
        JobSettings settings = new JobSettings(
                "127.0.0.1:1",
                "",
                checkpoints.toString(),
                Duration.ofSeconds(10),
                1,
                0,
                0,
                backend,
                "",
                Watch.IN_SHADOW,
                Casework.CASES_A_DAY,
                RuleBudgets.USUAL);
        var env = StreamExecutionEnvironment.getExecutionEnvironment(KentonganJob.configuration(settings, true));
        env.setParallelism(1);
        Pipeline.build(
                env,
                alerts,
                rules,
                new FromMemory<>(RuleRecord.class),
                new FromMemory<>(Decided.class),
                Scopes.ONE,
                Watch.IN_SHADOW,
                Casework.CASES_A_DAY,
                RuleBudgets.USUAL,
                new Nowhere());
        env.execute("bench");
        return FINDINGS.get();
    }

    /** The two operators that judge, on alerts that were read before; tells each match. */
    public static Set<String> judge(Source<Alert, ?, ?> alerts, Source<DatedRule, ?, ?> rules) throws Exception {
        MATCHES.clear();
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        var env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        env.setParallelism(1);
        var dated = env.fromSource(rules, WatermarkStrategy.noWatermarks(), "rules");
        var released = env.fromSource(
                        alerts,
                        WatermarkStrategy.<Alert>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (alert, any) -> alert.time().toEpochMilli()),
                        "alerts")
                .keyBy(Alert::agent)
                .connect(dated.broadcast())
                .transform("release", TypeInformation.of(Alert.class), new ReleasesAlerts());
        released.getSideOutput(ReleasesAlerts.COPIES)
                .keyBy(EntityAlert::key)
                .connect(dated.broadcast())
                .transform("correlate", TypeInformation.of(Match.class), new CorrelatesAlerts(RuleBudgets.USUAL))
                .map(WholeChain::noted)
                .sinkTo(new DiscardingSink<>());
        env.execute("judge");
        return Set.copyOf(MATCHES);
    }

    private static String noted(Match match) {
        String name = match.rule().slug() + " "
                + match.evidence().stream().map(Evidence::alert).collect(Collectors.joining(" "));
        MATCHES.add(name);
        return name;
    }

    private static final class Nowhere implements Sinks {
        @Override
        public Sink<Case> cases() {
            return new Dropping<>(false);
        }

        @Override
        public Sink<Finding> findings() {
            return new Dropping<>(true);
        }

        @Override
        public Sink<RuleStatus> ruleStatuses() {
            return new Dropping<>(false);
        }

        @Override
        public Sink<Refusal> rejected() {
            return new Dropping<>(false);
        }
    }

    private record Dropping<T>(boolean counts) implements Sink<T>, Serializable {
        @Override
        public SinkWriter<T> createWriter(WriterInitContext context) {
            return new SinkWriter<>() {
                @Override
                public void write(T element, Context any) {
                    if (counts) {
                        FINDINGS.incrementAndGet();
                    }
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }
}
