package id.kentongan.scenario.attack;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really happened, for people and end-to-end tests.
 *
 * @param sourceIp the address that matters; of several, the first
 * @param first of the planted alerts, UTC; evidence of the IDS is not counted
 * @param rule the rule that should find it; absent for a near miss
 * @param alsoRules further rules whose definition this attack meets on the same agent
 * @param why what makes it an attack, or what keeps the near miss from being one
 */
public record Truth(
        String kind,
        String node,
        String agentId,
        String agentName,
        String sourceIp,
        Instant first,
        Instant last,
        boolean opensCase,
        @Nullable String rule,
        List<String> alsoRules,
        String why) {
    public Truth {
        requireNonNull(kind, "kind");
        requireNonNull(node, "node");
        requireNonNull(agentId, "agentId");
        requireNonNull(agentName, "agentName");
        requireNonNull(sourceIp, "sourceIp");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(why, "why");
        alsoRules = List.copyOf(alsoRules);
        if (opensCase != (rule != null)) {
            throw new IllegalArgumentException("an attack names its rule and a near miss names none, got " + rule);
        }
    }
}
