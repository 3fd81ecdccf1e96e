package id.kentongan.job.casework;

import java.io.Serializable;
import java.util.List;

/**
 * Which agents are one site, within which incidents are told apart by what happens; between scopes they always are.
 *
 * @param rules the first that fits decides; an agent that none fits is of scope {@link #REST}
 */
public record Scopes(List<Rule> rules) implements Serializable {
    public static final Scopes ONE = new Scopes(List.of());
    static final String REST = "-";

    public Scopes {
        rules = List.copyOf(rules);
    }

    /**
     * Agents of one scope.
     *
     * @param prefix of {@code node/agent id}
     */
    public record Rule(String scope, String prefix) implements Serializable {}

    /** Reads {@code site-a=node-1/ site-b=node-2/00}. */
    public static Scopes parse(String written) {
        return new Scopes(
                written.isBlank()
                        ? List.of()
                        : List.of(written.strip().split("\\s+", -1)).stream()
                                .map(Scopes::rule)
                                .toList());
    }

    private static Rule rule(String written) {
        int equals = written.indexOf('=');
        if (equals < 1 || equals == written.length() - 1) {
            throw new IllegalArgumentException(written + " is no scope: write name=beginning of node/agent id");
        }
        return new Rule(written.substring(0, equals), written.substring(equals + 1));
    }

    /** @param agent node and agent id */
    String of(String agent) {
        return rules.stream()
                .filter(rule -> agent.startsWith(rule.prefix()))
                .map(Rule::scope)
                .findFirst()
                .orElse(REST);
    }
}
