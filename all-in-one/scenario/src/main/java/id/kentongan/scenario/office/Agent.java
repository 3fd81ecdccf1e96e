package id.kentongan.scenario.office;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One Wazuh agent.
 *
 * @param id three digits or more; {@code 000} is the manager itself
 * @param ip absent for the manager
 */
public record Agent(String id, String name, @Nullable String ip, Kind kind) {

    /** What runs on the machine, and so which alerts it can send. */
    public enum Kind {
        MANAGER,
        WEB,
        SERVER,
        MAIL,
        FIREWALL,
        WINDOWS
    }

    public Agent {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
    }
}
