package id.kentongan.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.backtest.JobOnRecordedAlerts;
import id.kentongan.job.bench.FromMemory;
import id.kentongan.job.casework.Casework;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.decision.Decided;
import id.kentongan.job.handover.Sinks;
import id.kentongan.job.intake.Arrival;
import id.kentongan.job.settings.JobSettings;
import id.kentongan.job.settings.RuleBudgets;
import id.kentongan.job.settings.StateBackend;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job tells the cases of a recorded attack that the backtest tells: the same ids, versions and contents. */
class BacktestIT {
    private static final Path RECORDED = Path.of(System.getProperty("kentongan.root"))
            .resolveSibling("shared/data/ait-ads/russellmitchell_wazuh.jsonl.gz");
    /** The attack begins at line 25,375. */
    private static final int FROM = 24_000;

    private static final int LINES = 9_000;

    @TempDir
    private Path folder;

    private Path stretch = RECORDED;
    private Map<String, Case> expected = Map.of();

    @BeforeEach
    void cutTheStretch() throws Exception {
        assumeTrue(Files.exists(RECORDED), "the labelled alerts are not here: skipped");
        stretch = folder.resolve("stretch.jsonl");
        try (var in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(RECORDED)), UTF_8))) {
            List<String> lines = in.lines().skip(FROM).limit(LINES).toList();
            Files.write(stretch, lines);
        }
        expected = JobOnRecordedAlerts.backtest(stretch);
        assertThat(expected).isNotEmpty();
    }

    @ParameterizedTest(name = "parallelism {0}")
    @ValueSource(ints = {1, 2, 4})
    void tellsTheSameCasesAtAnyParallelism(int parallelism) throws Exception {
        assertThat(run(parallelism, false)).isEqualTo(expected);
    }

    @Test
    void tellsTheSameCasesWhenItIsRestoredInMidAttack() throws Exception {
        assertThat(run(2, true)).isEqualTo(expected);
    }

    private Map<String, Case> run(int parallelism, boolean fails) throws Exception {
        return JobOnRecordedAlerts.run(stretch, parallelism, fails, folder.resolve("checkpoints"), BacktestIT::start);
    }

    private static void start(
            Source<Arrival, ?, ?> source, List<RuleRecord> rules, int parallelism, Path checkpoints, Sinks sinks)
            throws Exception {
        JobSettings settings = new JobSettings(
                "127.0.0.1:1",
                "",
                checkpoints.toString(),
                Duration.ofSeconds(1),
                parallelism,
                0,
                0,
                StateBackend.HEAP,
                "",
                Watch.IN_SHADOW,
                Casework.CASES_A_DAY,
                RuleBudgets.USUAL);
        Configuration flink = KentonganJob.configuration(settings, true);
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        var env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        env.setParallelism(parallelism);
        Pipeline.build(
                env,
                source,
                rules,
                new FromMemory<>(RuleRecord.class),
                new FromMemory<>(Decided.class),
                Scopes.ONE,
                Watch.IN_SHADOW,
                Casework.CASES_A_DAY,
                RuleBudgets.USUAL,
                sinks);
        env.execute("recorded");
    }
}
