package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The machine that an alert tells of: a Wazuh agent under one manager node; agent {@code 000} is the manager. */
public record Asset(
        String node,
        String agentId,
        @Nullable String agentName,
        @Nullable String agentIp) {
    public Asset {
        requireNonNull(node, "node");
        requireNonNull(agentId, "agentId");
    }
}
