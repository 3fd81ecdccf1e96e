package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Port;
import id.kentongan.contracts.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the topics of the contract on the broker, and holds those that exist to the contract's retention. */
final class Topics {
    private static final short ALONE = 1;

    private final Instance instance;

    Topics(Instance instance) {
        this.instance = instance;
    }

    void create() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, instance.ports().address(Port.KAFKA)))) {
            Set<String> there = admin.listTopics().names().get();
            admin.createTopics(Arrays.stream(Topic.values())
                            .filter(it -> !there.contains(it.named("")))
                            .map(it -> new NewTopic(it.named(""), it.partitions(), ALONE))
                            .toList())
                    .all()
                    .get();
            admin.incrementalAlterConfigs(Arrays.stream(Topic.values())
                            .collect(Collectors.toMap(
                                    it -> new ConfigResource(ConfigResource.Type.TOPIC, it.named("")),
                                    it -> settings(it).entrySet().stream()
                                            .map(kept -> new AlterConfigOp(
                                                    new ConfigEntry(kept.getKey(), kept.getValue()),
                                                    AlterConfigOp.OpType.SET))
                                            .toList())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused to make the topics", e.getCause());
        }
    }

    /** Retention counts from the arrival, not from the alert's time: a replay of last year must not vanish at once. */
    private static Map<String, String> settings(Topic topic) {
        return switch (topic.kept()) {
            case THIRTY_DAYS ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(Duration.ofDays(30).toMillis()),
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime");
            case NEWEST_PER_KEY -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        };
    }
}
