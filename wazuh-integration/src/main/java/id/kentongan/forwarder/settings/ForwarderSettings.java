package id.kentongan.forwarder.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All settings of the forwarder.
 *
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
        String topicPrefix,
        Path stateDir,
        int metricsPort,
        String host,
        long bytesPerSecond,
        List<SourceSettings> sources) {
    public ForwarderSettings {
        requireNonNull(kafkaBootstrap, "kafkaBootstrap");
        requireNonNull(topicPrefix, "topicPrefix");
        requireNonNull(stateDir, "stateDir");
        requireNonNull(host, "host");
        sources = List.copyOf(sources);
    }

    /** What Kafka's client needs to find and trust the broker. */
    public Map<String, Object> kafkaProperties() {
        return Map.of("bootstrap.servers", kafkaBootstrap);
    }
}
