package id.kentongan.forwarder.install;

import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.settings.ForwarderSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks Kafka, in the way the forwarder will, whether it answers and whether its topics are there. Reads only. */
final class BrokerCheck {
    private static final int ANSWER_MILLIS = 5_000;

    private final ForwarderSettings settings;
    private final Inspection inspection;

    BrokerCheck(ForwarderSettings settings, Inspection inspection) {
        this.settings = settings;
        this.inspection = inspection;
    }

    void run() throws IOException {
        Map<String, Object> properties = new HashMap<>(settings.kafkaProperties());
        properties.put("request.timeout.ms", ANSWER_MILLIS);
        properties.put("default.api.timeout.ms", ANSWER_MILLIS);
        try (Admin admin = Admin.create(properties)) {
            List<String> topics = Stream.of(Topic.ALERTS, Topic.ALERTS_REJECTED, Topic.LEDGER)
                    .map(topic -> topic.named(settings.topicPrefix()))
                    .toList();
            for (var topic : new TreeMap<>(admin.describeTopics(topics).topicNameValues()).entrySet()) {
                if (!ask(topic.getKey(), topic.getValue())) {
                    return;
                }
            }
        } catch (KafkaException e) {
            notReached(e);
        }
    }

    /** False when there is no use in asking for the next. */
    private boolean ask(String topic, KafkaFuture<?> answer) {
        try {
            Object unused = answer.get(ANSWER_MILLIS + 1_000, TimeUnit.MILLISECONDS);
            inspection.ok("Kafka at " + settings.kafkaBootstrap() + " has topic " + topic);
            return true;
        } catch (ExecutionException e) {
            return told(topic, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            notReached(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean told(String topic, Throwable why) {
        if (why instanceof UnknownTopicOrPartitionException) {
            inspection.fault("Kafka has no topic " + topic, "make it (docs/topics.md), or mend topic.prefix");
            return true;
        }
        if (why instanceof TopicAuthorizationException) {
            inspection.fault("Kafka does not let this user see topic " + topic, "grant it DESCRIBE and WRITE");
            return true;
        }
        notReached(why);
        return false;
    }

    private void notReached(Throwable why) {
        StringBuilder chain = new StringBuilder(String.valueOf(why.getMessage()));
        for (Throwable cause = why.getCause(); cause != null; cause = cause.getCause()) {
            chain.append(" <- ").append(cause.getMessage());
        }
        inspection.fault(
                "Kafka at " + settings.kafkaBootstrap() + " cannot be used (" + chain + ")",
                "look at address, firewall, kafka.security, kafka.ca-file and the password");
    }
}
