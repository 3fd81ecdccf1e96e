package id.kentongan.job.casework;

import java.util.Map;

/** What signals can be near to: a case that is active, or a gathering that may become one. */
interface Linked {
    /** Two signals of a scope this close are no chance, as long as others are rare. */
    long NEAR = 2_000;
    /** The same between neighbours, agents of one zone. */
    long NEAR_NEIGHBOURS = 60_000;
    /** The same signature on another agent. */
    long NEAR_SIGNATURE = 300_000;

    /** How many signals that have nothing to do with it may be expected in between; of one signature there are fewer. */
    double CHANCE = 0.01;

    double CHANCE_SIGNATURE = 0.05;

    /**
     * An agent's part in it.
     *
     * @param bits that it added
     * @param at when it was last seen
     */
    record Part(double bits, long at, String zone) {}

    Map<String, Part> agents();

    Map<String, Long> signatures();

    /** Addresses, accounts, files and processes, by when they were last seen in it. */
    Map<String, Long> traces();

    long lastSignal();

    /** Whether one of the names was in it so lately that it is no chance; for each name, how lately that is. */
    default boolean shares(Map<String, Double> apart, long time) {
        return apart.entrySet().stream().anyMatch(each -> {
            Long last = traces().get(each.getKey());
            return last != null && time - last <= each.getValue();
        });
    }

    /** Not above 1: near enough to belong together; the smaller, the nearer. */
    default double distance(
            AgentFile file, String signature, Map<String, Double> apart, ScopeTotals totals, long time) {
        if (shares(apart, time)) {
            return 0;
        }
        double nearest = (time - lastSignal()) / totals.apart(time, CHANCE, NEAR);
        Long same = signatures().get(signature);
        if (same != null) {
            nearest = Math.min(nearest, (time - same) / totals.apart(time, CHANCE_SIGNATURE, NEAR_SIGNATURE));
        }
        double neighbours = totals.apart(time, CHANCE, NEAR_NEIGHBOURS);
        for (Part part : agents().values()) {
            if (isNeighbour(part, file)) {
                nearest = Math.min(nearest, (time - part.at()) / neighbours);
            }
        }
        return nearest;
    }

    static boolean isNeighbour(Part part, AgentFile file) {
        return !part.zone().isEmpty() && part.zone().equals(file.zone());
    }
}
