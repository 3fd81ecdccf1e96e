package id.kentongan.forwarder.settings;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All settings of the forwarder.
 *
 * @param kafkaBootstrap host:port of brokers, commas between
 * @param topicPrefix put before every topic's name; empty by default
 * @param stateDir checkpoints and progress.json
 * @param metricsPort on loopback; 0 = no page
 * @param host name of this machine, for people
 * @param bytesPerSecond most that is read of one source in a second, so that catching up does not starve the manager;
 *     0 = no bound
 * @param sources at least one, by name
 */
public record ForwarderSettings(
        String kafkaBootstrap,
        KafkaSecurity kafkaSecurity,
        String topicPrefix,
        Path stateDir,
        int metricsPort,
        String host,
        long bytesPerSecond,
        List<SourceSettings> sources) {
    public ForwarderSettings {
        requireNonNull(kafkaBootstrap, "kafkaBootstrap");
        requireNonNull(kafkaSecurity, "kafkaSecurity");
        requireNonNull(topicPrefix, "topicPrefix");
        requireNonNull(stateDir, "stateDir");
        requireNonNull(host, "host");
        sources = List.copyOf(sources);
    }

    /**
     * What Kafka's client is to be told of where and how; reads the files of secrets anew.
     *
     * @throws IOException when one of them cannot be read
     */
    public Map<String, Object> kafkaProperties() throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>(kafkaSecurity.properties());
        properties.put("bootstrap.servers", kafkaBootstrap);
        return properties;
    }
}
