package id.kentongan.job.anomaly;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the rhythm of agents is watched.
 *
 * @param shadow detectors whose findings add nothing to cases
 * @param forests agents, as {@code node/id}, that have a {@link Forest}; {@value #EVERY} = all, which only a recording of few may
 */
public record Watch(OfficeHours office, Set<Detector> shadow, Set<String> forests) implements Serializable {
    public static final String EVERY = "*";
    /** Each is about 170 KB of state. */
    public static final int MOST_FORESTS = 50;

    public static final Watch IN_SHADOW = new Watch(OfficeHours.USUAL, EnumSet.allOf(Detector.class), Set.of());

    public Watch {
        requireNonNull(office, "office");
        shadow = Set.copyOf(shadow);
        forests = Set.copyOf(forests);
    }

    /**
     * Reads agents that merit a forest, separated by blanks.
     *
     * @throws IllegalArgumentException naming what is no agent, or that they are too many
     */
    public static Set<String> agents(String written) {
        Set<String> agents = new TreeSet<>();
        for (String agent : written.strip().split("\\s+", -1)) {
            if (agent.matches("[^/]+/[^/]+")) {
                agents.add(agent);
            } else if (!agent.isEmpty()) {
                throw new IllegalArgumentException(agent + " is no agent, write node/id as in wazuh/001");
            }
        }
        if (agents.size() > MOST_FORESTS) {
            throw new IllegalArgumentException(
                    agents.size() + " agents: name at most " + MOST_FORESTS + ", those that matter most");
        }
        return agents;
    }

    boolean meritsForest(String agent) {
        return !forests.isEmpty() && (forests.contains(agent) || forests.contains(EVERY));
    }

    boolean isInShadow(String rule) {
        return shadow.stream().anyMatch(each -> each.written().equals(rule));
    }
}
