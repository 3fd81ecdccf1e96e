package id.kentongan.scenario.noise;

import id.kentongan.scenario.office.Agent;
import java.time.Instant;

/** Where noise must not go, lest a near miss become a hit or an attack lose its edge. */
public interface Quiet {
    /** No failed logins here now. */
    boolean forLogins(Agent agent, Instant at);

    /** No file changes here, all day. */
    boolean forFiles(Agent agent);

    /** No uploads here, all day. */
    boolean forUploads(Agent agent);
}
