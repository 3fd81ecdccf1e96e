package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Finding;
import id.kentongan.job.intake.Alert;
import org.jspecify.annotations.Nullable;

/**
 * What may go into a case of one agent: a finding, or an alert that supports it.
 *
 * @param agent node and agent id
 */
public record Contribution(
        String agent, @Nullable Finding finding, @Nullable Alert alert) {
    public Contribution {
        requireNonNull(agent, "agent");
        if ((finding == null) == (alert == null)) {
            throw new IllegalArgumentException("expected a finding or an alert, got both or neither");
        }
    }

    public static Contribution of(Finding finding) {
        return new Contribution(finding.asset().node() + "/" + finding.asset().agentId(), finding, null);
    }

    public static Contribution of(Alert alert) {
        return new Contribution(alert.agent(), null, alert);
    }
}
