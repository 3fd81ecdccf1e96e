package id.kentongan.job;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.decision.Decided;
import id.kentongan.job.decision.ReadsDecided;
import id.kentongan.job.handover.KafkaSinks;
import id.kentongan.job.intake.Arrival;
import id.kentongan.job.intake.ReadsRecords;
import id.kentongan.job.metrics.PrometheusText;
import id.kentongan.job.rulebook.RuleTopic;
import id.kentongan.job.rulechange.ReadsRules;
import id.kentongan.job.settings.JobSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.TopicPartition;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Starts the job: in a JVM of its own with a local cluster and web UI, or handed to a Flink cluster as its jar. Both ways
 * the settings file says where checkpoints lie, and the job goes on from the newest completed one; a savepoint that the
 * cluster is told to start from goes before that.
 */
public final class KentonganJob {
    private static final Logger LOG = LogManager.getLogger(KentonganJob.class);

    private static final String LOOPBACK = "127.0.0.1";

    private KentonganJob() {}

    /** Argument: settings file. Runs until stopped. */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: KentonganJob SETTINGS_FILE");
        }
        JobSettings settings = JobSettings.read(Path.of(args[0]));
        RuleTopic.Start rules = new RuleTopic(settings.kafkaBootstrap(), settings.topicPrefix()).start();
        LOG.info("{} rules on the topic", rules.newest().size());
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings, toldSavepoint()));
        env.setParallelism(settings.parallelism());
        Pipeline.build(
                env,
                alerts(settings),
                rules.newest(),
                rules(settings, rules.ends()),
                decided(settings),
                Scopes.parse(settings.scopes()),
                settings.watch(),
                settings.casesADay(),
                settings.budgets(),
                new KafkaSinks(settings));
        env.execute("Kentongan");
    }

    private static KafkaSource<Arrival> alerts(JobSettings settings) {
        return KafkaSource.<Arrival>builder()
                .setBootstrapServers(settings.kafkaBootstrap())
                .setTopics(Topic.ALERTS.named(settings.topicPrefix()))
                .setGroupId(Topic.JOB_GROUP)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ReadsRecords())
                .build();
    }

    /** What is on the topic when the job starts for the first time is no change; what comes later is. */
    private static KafkaSource<RuleRecord> rules(JobSettings settings, Map<TopicPartition, Long> from) {
        return KafkaSource.<RuleRecord>builder()
                .setBootstrapServers(settings.kafkaBootstrap())
                .setTopics(Topic.RULES.named(settings.topicPrefix()))
                .setGroupId("kentongan-job-rules")
                .setStartingOffsets(OffsetsInitializer.offsets(from))
                .setDeserializer(new ReadsRules())
                .build();
    }

    private static KafkaSource<Decided> decided(JobSettings settings) {
        String decisions = Topic.DECISIONS.named(settings.topicPrefix());
        return KafkaSource.<Decided>builder()
                .setBootstrapServers(settings.kafkaBootstrap())
                .setTopics(decisions, Topic.EXCEPTIONS.named(settings.topicPrefix()))
                .setGroupId("kentongan-job-decisions")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ReadsDecided(decisions))
                .build();
    }

    /** Whether the cluster that this is handed to was told where to go on. */
    private static boolean toldSavepoint() {
        return StreamExecutionEnvironment.getExecutionEnvironment()
                .getConfiguration()
                .getOptional(StateRecoveryOptions.SAVEPOINT_PATH)
                .isPresent();
    }

    static Configuration configuration(JobSettings settings, boolean toldSavepoint) {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(200));
        flink.set(StateBackendOptions.STATE_BACKEND, settings.stateBackend().inFlink());
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, inFlink(Path.of(settings.checkpointDir())));
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        List.of(RestOptions.BIND_ADDRESS, RestOptions.ADDRESS, JobManagerOptions.BIND_HOST, JobManagerOptions.ADDRESS)
                .forEach(address -> flink.set(address, LOOPBACK));
        List.of(TaskManagerOptions.BIND_HOST, TaskManagerOptions.HOST).forEach(address -> flink.set(address, LOOPBACK));
        flink.set(RestOptions.BIND_PORT, Integer.toString(settings.restPort()));
        flink.set(RestOptions.PORT, settings.restPort());
        flink.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        if (settings.metricsPort() > 0) {
            PrometheusText.configure(flink, settings.metricsPort());
        }
        if (!toldSavepoint) {
            NewestCheckpoint.under(Path.of(settings.checkpointDir())).ifPresent(newest -> goOnFrom(newest, flink));
        }
        return flink;
    }

    private static void goOnFrom(Path checkpoint, Configuration flink) {
        LOG.info("going on from {}", checkpoint);
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, inFlink(checkpoint));
        flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }

    /** Flink takes a path as it is written; an encoded one would name another folder. */
    private static String inFlink(Path path) {
        return "file://" + path.toAbsolutePath();
    }
}
