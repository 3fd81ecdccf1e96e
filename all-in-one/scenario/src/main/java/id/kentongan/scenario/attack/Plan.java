package id.kentongan.scenario.attack;

import id.kentongan.scenario.noise.Quiet;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Office;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** All that is planted, every day anew with fresh addresses, and where noise has to keep away from it. */
public final class Plan implements Quiet {
    public static final int MOST_DAYS = 14;

    private static final Duration MARGIN = Duration.ofMinutes(25);
    private static final Set<String> FILES_WOULD_BE_FOOTHOLDS = Set.of("web-disdik", "web-rsud");
    private static final Set<String> UPLOADS_WOULD_COUNT = Set.of("web-ppid");
    private static final Set<String> LOGINS = Set.of("brute-force-success", "brute-force");

    private final List<Planted> planted;

    private Plan(List<Planted> planted) {
        this.planted = List.copyOf(planted);
    }

    /** Plans {@code days} days, 1 to {@value #MOST_DAYS}: after that the documentation addresses run out. */
    public static Plan of(Office office, Addresses addresses, Instant start, int days, Random random) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a scenario has 1 to " + MOST_DAYS + " days, got " + days);
        }
        SshAttacks ssh = new SshAttacks(office, addresses, random);
        ChainAttacks chains = new ChainAttacks(office, addresses, random);
        WebShells shells = new WebShells(office, addresses, random);
        LoginFloods floods = new LoginFloods(office, addresses, random);
        List<Planted> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            Slots slots = new Slots(start.plus(Duration.ofDays(day)), random);
            all.addAll(ssh.on(slots));
            all.addAll(chains.on(slots));
            all.addAll(shells.on(slots));
            all.addAll(floods.on(slots));
        }
        return new Plan(all);
    }

    public List<Planted> planted() {
        return planted;
    }

    /** How many alerts are planted in all. */
    public int alerts() {
        return planted.stream().mapToInt(one -> one.alerts().size()).sum();
    }

    @Override
    public boolean forLogins(Agent agent, Instant at) {
        return planted.stream()
                .map(Planted::truth)
                .filter(truth -> truth.agentId().equals(agent.id()) && LOGINS.contains(truth.kind()))
                .anyMatch(truth -> at.isAfter(truth.first().minus(MARGIN))
                        && at.isBefore(truth.last().plus(MARGIN)));
    }

    @Override
    public boolean forFiles(Agent agent) {
        return FILES_WOULD_BE_FOOTHOLDS.contains(agent.name());
    }

    @Override
    public boolean forUploads(Agent agent) {
        return UPLOADS_WOULD_COUNT.contains(agent.name());
    }
}
