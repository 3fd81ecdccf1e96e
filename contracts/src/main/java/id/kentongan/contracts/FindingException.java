package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Findings that are not to open a case: a record of topic {@code exceptions}, key = its id; the newest holds, an emptied
 * key ends it. It leaves alerts alone, and the findings it covers stay visible, marked {@link FindingMark#EXCEPTED}.
 *
 * <p>{@link #covers} is the one behaviour that job and desk share.
 *
 * @param rules rule ids of the findings; with windows empty = all
 * @param agents {@code node/agent id}; empty = all
 * @param sourceIps empty = any; else every alert shown as evidence must come from one of these addresses, as logged
 * @param users empty = any; else every alert shown as evidence must be of one of these accounts
 * @param owner who answers for it
 * @param from findings whose latest match is of this event time or later, UTC
 * @param until and before this, at most {@value #MOST_DAYS} days after {@code from}
 */
public record FindingException(
        String id,
        ExceptionKind kind,
        List<String> rules,
        List<String> agents,
        List<String> sourceIps,
        List<String> users,
        String owner,
        String reason,
        Instant from,
        Instant until) {
    public static final int MOST_DAYS = 90;

    public FindingException {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        rules = List.copyOf(Objects.requireNonNullElse(rules, List.of()));
        agents = List.copyOf(Objects.requireNonNullElse(agents, List.of()));
        sourceIps = List.copyOf(Objects.requireNonNullElse(sourceIps, List.of()));
        users = List.copyOf(Objects.requireNonNullElse(users, List.of()));
        requireNonNull(owner, "owner");
        requireNonNull(reason, "reason");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (Duration.between(from, until).compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw new IllegalArgumentException("expected an end within " + MOST_DAYS + " days of the beginning");
        }
        if (kind == ExceptionKind.VERDICT && rules.isEmpty()) {
            throw new IllegalArgumentException("expected an exception after a verdict to name its rules");
        }
        if (agents.isEmpty() && sourceIps.isEmpty() && users.isEmpty()) {
            throw new IllegalArgumentException("expected an exception to name agents, source addresses or users");
        }
    }

    /** Whether this finding, as it now stands, is not to be raised. A later version of it may be. */
    public boolean covers(Finding finding) {
        Instant last = finding.last();
        String agent = finding.asset().node() + "/" + finding.asset().agentId();
        return !last.isBefore(from)
                && last.isBefore(until)
                && (rules.isEmpty() || rules.contains(finding.ruleId()))
                && (agents.isEmpty() || agents.contains(agent))
                && (sourceIps.isEmpty() || allFrom(finding))
                && (users.isEmpty() || allOf(finding));
    }

    private boolean allFrom(Finding finding) {
        return !finding.evidence().isEmpty()
                && finding.evidence().stream()
                        .map(Evidence::sourceIp)
                        .allMatch(address -> address != null && sourceIps.contains(address));
    }

    private boolean allOf(Finding finding) {
        return !finding.evidence().isEmpty()
                && finding.evidence().stream()
                        .map(Evidence::user)
                        .allMatch(user -> user != null && users.contains(user));
    }
}
