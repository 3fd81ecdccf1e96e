package id.kentongan.scenario.office;

import id.kentongan.scenario.office.Agent.Kind;
import java.util.ArrayList;
import java.util.List;

/** The machines: a manager, twelve agents with a part in the attacks, and any number of others. */
public final class Office {
    public static final int LEAST_AGENTS = 12;
    public static final String NODE = "node01";
    public static final String CLUSTER = "wazuh";
    public static final String MANAGER = "wazuh-diskominfo";

    private static final List<String> NAMES = List.of(
            "web-dinkes",
            "web-disdik",
            "web-ppid",
            "web-rsud",
            "web-desa",
            "srv-simpeg",
            "srv-bapenda",
            "srv-sipd",
            "srv-arsip",
            "mail-pemkab",
            "fw-diskominfo",
            "dc-setda");
    private static final List<String> FURTHER = List.of("web-kec-", "srv-opd-", "pc-opd-");

    private final Agent manager = new Agent("000", MANAGER, null, Kind.MANAGER);
    private final List<Agent> agents;

    /** An office of {@code size} agents, at least {@value #LEAST_AGENTS}, at most 5,000. */
    public Office(int size) {
        if (size < LEAST_AGENTS || size > 5000) {
            throw new IllegalArgumentException(
                    "an office has " + LEAST_AGENTS + " to 5000 agents, got " + size + ": the attacks need that many");
        }
        List<Agent> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(agent(i));
        }
        this.agents = List.copyOf(all);
    }

    public Agent manager() {
        return manager;
    }

    public List<Agent> agents() {
        return agents;
    }

    public List<Agent> of(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return agents.stream().filter(agent -> wanted.contains(agent.kind())).toList();
    }

    public Agent named(String name) {
        return agents.stream()
                .filter(agent -> agent.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no agent called " + name));
    }

    private static Agent agent(int index) {
        String name = index < NAMES.size() ? NAMES.get(index) : FURTHER.get(index % FURTHER.size()) + (index + 1);
        String ip = "10.20." + (10 + index / 200) + "." + (11 + index % 200);
        return new Agent(String.format("%03d", index + 1), name, ip, kind(name));
    }

    private static Kind kind(String name) {
        return switch (name.substring(0, name.indexOf('-'))) {
            case "web" -> Kind.WEB;
            case "mail" -> Kind.MAIL;
            case "fw" -> Kind.FIREWALL;
            case "dc", "pc" -> Kind.WINDOWS;
            default -> Kind.SERVER;
        };
    }
}
