package id.kentongan.scenario.alert;

import id.kentongan.scenario.office.Agent;
import java.time.Instant;

/** What Wazuh says of itself. */
public final class Daemon {
    private Daemon() {}

    /** 502, on the manager. */
    public static Alert serverStarted(Instant at, Agent manager) {
        return new Alert(
                at,
                Rule.SERVER_STARTED,
                manager,
                Body.log("ossec: Manager started.").decoder("ossec", "ossec").at("wazuh-monitord"));
    }

    /** 503. */
    public static Alert agentStarted(Instant at, Agent agent) {
        String who = agent.name() + "->any";
        return new Alert(
                at,
                Rule.AGENT_STARTED,
                agent,
                Body.log("ossec: Agent started: '" + who + "'.")
                        .decoder("ossec", "ossec")
                        .data("extra_data", who)
                        .at("wazuh-remoted"));
    }
}
