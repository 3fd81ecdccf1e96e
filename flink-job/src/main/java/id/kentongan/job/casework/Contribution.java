package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Finding;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.intake.Alert;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may go into a case of one scope: a finding, a signal, or an IDS alert that supports.
 *
 * @param scope of whose agents incidents are told apart from those of other scopes
 */
public record Contribution(
        String scope,
        @Nullable Finding finding,
        @Nullable Signal signal,
        @Nullable Alert alert) {
    public Contribution {
        requireNonNull(scope, "scope");
        if (Stream.of(finding, signal, alert).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("expected one of finding, signal and alert");
        }
    }

    public static Contribution of(Finding finding, Scopes scopes) {
        return new Contribution(scopes.of(agentOf(finding)), finding, null, null);
    }

    public static Contribution of(Signal signal, Scopes scopes) {
        return new Contribution(scopes.of(signal.agent()), null, signal, null);
    }

    public static Contribution of(Alert alert, Scopes scopes) {
        return new Contribution(scopes.of(alert.agent()), null, null, alert);
    }

    /** Node and agent id. */
    static String agentOf(Finding finding) {
        return finding.asset().node() + "/" + finding.asset().agentId();
    }
}
