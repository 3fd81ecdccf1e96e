package id.kentongan.desk.exceptions;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.ExceptionKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an exception would cover.
 *
 * @param agent {@code node/agent id}
 * @param sourceIps empty = any
 * @param users empty = any
 */
record Scope(List<String> rules, String agent, List<String> sourceIps, List<String> users) {
    /** With more names than this an exception no longer tells a scanner from an attack. */
    private static final int MOST_NAMES = 20;

    Scope {
        rules = List.copyOf(rules);
        sourceIps = List.copyOf(sourceIps);
        users = List.copyOf(users);
    }

    /** The narrowest that covers every finding of the case: its rules, its machine, and its addresses or accounts. */
    static Scope narrowestFor(Case content) {
        List<String> addresses = named(content, Evidence::sourceIp);
        return new Scope(
                content.findings().stream().map(Finding::ruleId).distinct().toList(),
                content.asset().node() + "/" + content.asset().agentId(),
                addresses,
                addresses.isEmpty() ? named(content, Evidence::user) : List.of());
    }

    /** The names in all evidence; empty when some evidence has none, or there are too many. */
    private static List<String> named(Case content, Function<Evidence, @Nullable String> name) {
        List<Evidence> evidence = content.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .toList();
        boolean everywhere = !evidence.isEmpty() && evidence.stream().allMatch(one -> name.apply(one) != null);
        List<String> names = everywhere
                ? evidence.stream()
                        .map(one -> String.valueOf(name.apply(one)))
                        .distinct()
                        .collect(Collectors.toList())
                : List.of();
        return names.size() > MOST_NAMES ? List.of() : names;
    }

    FindingException during(String id, String owner, String reason, Instant from, Instant until) {
        return new FindingException(
                id, ExceptionKind.VERDICT, rules, List.of(agent), sourceIps, users, owner, reason, from, until);
    }

    /** Whether it would have covered this finding, had it been in force then. */
    boolean wouldCover(Finding finding) {
        Instant last = finding.last();
        return during("replay", "-", "-", last.minusSeconds(1), last.plusSeconds(1))
                .covers(finding);
    }
}
