package id.kentongan.forwarder.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * All settings of the forwarder.
 *
 * @param topicPrefix put before every topic's name; empty by default
 * @param stateDir checkpoints and progress.json
 * @param metricsPort on loopback; 0 = no page
 * @param sources at least one, by name
 */
public record ForwarderSettings(
        String kafkaBootstrap, String topicPrefix, Path stateDir, int metricsPort, List<SourceSettings> sources) {
    public ForwarderSettings {
        requireNonNull(kafkaBootstrap, "kafkaBootstrap");
        requireNonNull(topicPrefix, "topicPrefix");
        requireNonNull(stateDir, "stateDir");
        sources = List.copyOf(sources);
    }
}
