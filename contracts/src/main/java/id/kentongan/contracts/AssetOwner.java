package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What people know of a machine: a record of topic {@code assets}, key = {@code node/agent id}; the newest holds. Texts
 * are empty where nobody wrote one.
 *
 * @param node and {@code agentId}, as in {@link Asset}
 * @param system that runs on it, by its name
 * @param pse the operator that answers for it, normally an office of the regency
 * @param contact of the operator
 * @param securityAgent the operator's agen siber
 * @param iiv vital information infrastructure: incidents are reported within 24 hours
 * @param personalData holds personal data: a failure may have to be told within 72 hours
 * @param at when it was written, UTC
 * @param by who wrote it, as the desk names the person
 */
public record AssetOwner(
        String node,
        String agentId,
        String system,
        String pse,
        String contact,
        String securityAgent,
        Criticality criticality,
        boolean iiv,
        boolean personalData,
        Instant at,
        String by) {
    public AssetOwner {
        requireNonNull(node, "node");
        requireNonNull(agentId, "agentId");
        requireNonNull(system, "system");
        requireNonNull(pse, "pse");
        requireNonNull(contact, "contact");
        requireNonNull(securityAgent, "securityAgent");
        requireNonNull(criticality, "criticality");
        requireNonNull(at, "at");
        requireNonNull(by, "by");
    }
}
