package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The cases that the job must end with, everything in order of event time: an oracle without Flink. */
public final class PlainCases {
    private final PlainCasework casework = new PlainCasework(Scopes.ONE, Watch.IN_SHADOW, Casework.CASES_A_DAY);
    private final List<Alert> alerts = new ArrayList<>();

    /** A version of a finding leaves at this moment. */
    public void told(Instant at, Finding finding) {
        casework.take(finding, at.toEpochMilli());
    }

    public void alert(Alert alert) {
        alerts.add(alert);
    }

    /** Newest version of each, where no alert is known to be missing. */
    public List<Case> newest() {
        alerts.sort(AlertOrder.INSTANCE);
        alerts.forEach(casework::take);
        casework.advanceTo(Long.MAX_VALUE);
        return casework.cases();
    }
}
