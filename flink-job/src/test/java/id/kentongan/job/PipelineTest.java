package id.kentongan.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Casework;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.decision.Decided;
import id.kentongan.job.decision.ReadsDecided;
import id.kentongan.job.handover.KafkaSinks;
import id.kentongan.job.intake.ReadsRecords;
import id.kentongan.job.rulebook.RuleFolder;
import id.kentongan.job.rulechange.ReadsRules;
import id.kentongan.job.settings.JobSettings;
import id.kentongan.job.settings.RuleBudgets;
import id.kentongan.job.settings.StateBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    @TempDir
    private Path checkpoints;

    @Test
    void everyOperatorHasAUidOfItsOwnAndNoTypeGoesToKryo() throws IOException {
        StreamGraph graph = graph();

        // Building the graph asks every type for its serializer, and generic types are off.
        List<StreamNode> written = graph.getStreamNodes().stream()
                .filter(node -> !node.getOperatorName().contains("Writer")
                        && !node.getOperatorName().contains("Committer"))
                .toList();
        assertThat(written)
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getTransformationUID())
                        .as(node.getOperatorName())
                        .isNotBlank());
        assertThat(written.stream().map(StreamNode::getTransformationUID)).doesNotHaveDuplicates();
    }

    @Test
    void theGraphIsBuiltForAnyParallelism() throws IOException {
        assertThat(graph().getJobGraph().getNumberOfVertices()).isPositive();
    }

    private StreamGraph graph() throws IOException {
        JobSettings settings = new JobSettings(
                "127.0.0.1:1",
                "",
                checkpoints.toString(),
                Duration.ofSeconds(10),
                2,
                0,
                0,
                StateBackend.HEAP,
                "",
                Watch.IN_SHADOW,
                Casework.CASES_A_DAY,
                RuleBudgets.USUAL);
        var env = StreamExecutionEnvironment.getExecutionEnvironment(KentonganJob.configuration(settings, false));
        List<RuleRecord> rules = RuleFolder.read(Path.of(System.getProperty("kentongan.root"), "rules"));
        var source = KafkaSource.<id.kentongan.job.intake.Arrival>builder()
                .setBootstrapServers("127.0.0.1:1")
                .setTopics("alerts")
                .setDeserializer(new ReadsRecords())
                .build();
        var later = KafkaSource.<RuleRecord>builder()
                .setBootstrapServers("127.0.0.1:1")
                .setTopics("rules")
                .setDeserializer(new ReadsRules())
                .build();
        var decided = KafkaSource.<Decided>builder()
                .setBootstrapServers("127.0.0.1:1")
                .setTopics("decisions", "exceptions")
                .setDeserializer(new ReadsDecided("decisions"))
                .build();
        Pipeline.build(
                env,
                source,
                rules,
                later,
                decided,
                Scopes.ONE,
                Watch.IN_SHADOW,
                Casework.CASES_A_DAY,
                RuleBudgets.USUAL,
                new KafkaSinks(settings));
        return env.getStreamGraph();
    }
}
