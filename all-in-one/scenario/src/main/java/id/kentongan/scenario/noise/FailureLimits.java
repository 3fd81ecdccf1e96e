package id.kentongan.scenario.noise;

import id.kentongan.scenario.office.Agent;
import java.time.Duration;
import java.time.Instant;

/** Keeps failed logins of the noise well below what any rule counts: 10 per machine in 5 minutes, 6 per address in 15. */
final class FailureLimits {
    private final Quiet quiet;
    private final Throttle everywhere = new Throttle(4, Duration.ofMinutes(1));
    private final Throttle perMachine = new Throttle(5, Duration.ofMinutes(6));
    private final Throttle perAddress = new Throttle(3, Duration.ofMinutes(20));

    FailureLimits(Quiet quiet) {
        this.quiet = quiet;
    }

    boolean allows(Agent agent, String sourceIp, Instant at) {
        boolean allowed = !quiet.forLogins(agent, at)
                && everywhere.allows("", at)
                && perMachine.allows(agent.id(), at)
                && perAddress.allows(sourceIp, at);
        if (allowed) {
            everywhere.count("", at);
            perMachine.count(agent.id(), at);
            perAddress.count(sourceIp, at);
        }
        return allowed;
    }
}
