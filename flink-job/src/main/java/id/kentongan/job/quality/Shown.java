package id.kentongan.job.quality;

import java.time.Instant;
import java.util.List;

/**
 * A case as scoring sees it.
 *
 * @param alerts ids of what it claims
 * @param evidence ids of what a person is shown
 */
record Shown(Instant openedAt, List<String> alerts, List<String> evidence) {
    Shown {
        alerts = List.copyOf(alerts);
        evidence = List.copyOf(evidence);
    }
}
