package id.kentongan.job.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.ExceptionKind;
import id.kentongan.contracts.FindingException;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.trial.Await;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.edge.RawTopic;
import id.kentongan.job.intake.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What people change while a run's job works, and what its answer must be then. */
final class Changes {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final String bootstrap;
    private final String prefix;
    private @Nullable Instant swappedAt;
    private @Nullable FindingException excepted;

    Changes(String bootstrap, String prefix) {
        this.bootstrap = bootstrap;
        this.prefix = prefix;
    }

    /**
     * Publishes other versions of some rules, to hold for alerts from this moment of the stream on. Returns when the job
     * has dated all of them: what it reads after that moment would hold from later on.
     */
    void swapRules(Duration from) throws Exception {
        Instant at = Attacks.START.plus(from);
        swappedAt = at;
        List<RuleRecord> after = Shapes.after();
        for (RuleRecord rule : after) {
            var json = JSON.<ObjectNode>valueToTree(rule);
            json.put("effectiveFrom", at.toString());
            publish(Topic.RULES, rule.slug(), json);
        }
        Await.until(
                "the job has dated " + after.size() + " rules",
                60,
                () -> after.stream().allMatch(rule -> statuses().contains(rule.sha256())));
    }

    private String statuses() {
        return RawTopic.read(bootstrap, Topic.RULE_STATUS.named(prefix)).stream()
                .map(record -> new String(record.value(), UTF_8))
                .collect(Collectors.joining("\n"));
    }

    /** For findings of two rules on half of the agents from this moment of the stream on; before the job starts. */
    void exceptFindings(Duration from) throws Exception {
        Instant at = Attacks.START.plus(from);
        List<String> agents = IntStream.range(0, Attacks.AGENTS / 2)
                .mapToObj(agent -> "wazuh-%d/%03d".formatted(agent % 2, agent))
                .toList();
        FindingException exception = new FindingException(
                "x-1",
                ExceptionKind.VERDICT,
                List.of("03-sequence", "10-filter"),
                agents,
                List.of(),
                List.of(),
                "koordinator",
                "uji",
                at,
                at.plus(Duration.ofDays(30)));
        ObjectNode json = JSON.valueToTree(exception);
        publish(Topic.EXCEPTIONS, exception.id(), json);
        excepted = exception;
    }

    private void publish(Topic topic, String key, ObjectNode value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic.named(prefix), key, value.toString()))
                    .get();
        }
    }

    /** Of a plain run of these rules, and of their other versions from the moment on at which they were swapped. */
    Answer expected(List<RuleRecord> rules, Watch watch, Scopes scopes, List<Alert> alerts) throws Exception {
        Instant swapped = swappedAt;
        if (swapped == null) {
            return Answer.plain(rules, watch, scopes, alerts);
        }
        Map<String, RuleRecord> after = new TreeMap<>();
        rules.forEach(rule -> after.put(rule.slug(), rule));
        Shapes.after().forEach(rule -> after.put(rule.slug(), rule));
        return Answer.plain(rules, List.copyOf(after.values()), swapped, excepted, watch, scopes, alerts);
    }
}
