package id.kentongan.job.quality;

import java.time.Instant;
import java.util.List;

/**
 * A case as scoring sees it.
 *
 * @param alerts ids of what it claims
 * @param evidence ids of what a person is shown
 * @param timesOverLine its greatest risk, by what opens a case; not a number where it is not known
 */
record Shown(Instant openedAt, List<String> alerts, List<String> evidence, double timesOverLine) {
    Shown {
        alerts = List.copyOf(alerts);
        evidence = List.copyOf(evidence);
    }
}
