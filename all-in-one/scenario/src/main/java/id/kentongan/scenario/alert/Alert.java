package id.kentongan.scenario.alert;

import static java.util.Objects.requireNonNull;

import id.kentongan.scenario.office.Agent;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert before it has its place in the file.
 *
 * @param body what follows agent and manager, in Wazuh's order: full_log, predecoder, decoder, data, location, syscheck
 */
public record Alert(Instant at, Rule rule, Agent agent, String description, Map<String, Object> body) {
    private static final int PREVIOUS = 10;

    public Alert {
        requireNonNull(at, "at");
        requireNonNull(rule, "rule");
        requireNonNull(agent, "agent");
        requireNonNull(description, "description");
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }

    Alert(Instant at, Rule rule, Agent agent, Map<String, Object> body) {
        this(at, rule, agent, rule.description(), body);
    }

    public @Nullable String fullLog() {
        return (String) body.get("full_log");
    }

    /** The same event seen by another rule, as when a composite or a child rule takes it over. */
    public Alert as(Rule other) {
        return new Alert(at, other, agent, other.description(), body);
    }

    public Alert described(String variable, String value) {
        return new Alert(at, rule, agent, description.replace("$(" + variable + ")", value), body);
    }

    /** Adds previous_output: the newest earlier logs, newest first, as a composite rule carries them. */
    public Alert after(List<Alert> earlier) {
        StringBuilder logs = new StringBuilder();
        for (int i = earlier.size() - 1; i >= Math.max(0, earlier.size() - PREVIOUS); i--) {
            logs.append(logs.isEmpty() ? "" : "\n").append(earlier.get(i).fullLog());
        }
        Map<String, Object> with = new LinkedHashMap<>();
        with.put("previous_output", logs.toString());
        with.putAll(body);
        return new Alert(at, rule, agent, description, with);
    }
}
