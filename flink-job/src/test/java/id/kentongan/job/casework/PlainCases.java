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
    private final PlainCasework casework;
    private final List<Alert> alerts = new ArrayList<>();

    public PlainCases(Watch watch, Scopes scopes) {
        casework = new PlainCasework(scopes, watch, Casework.CASES_A_DAY);
    }

    /** A version of a finding leaves at this moment. */
    public void told(Instant at, Finding finding) {
        casework.take(finding, at.toEpochMilli());
    }

    public void alert(Alert alert) {
        alerts.add(alert);
    }

    /** Newest version of each, where no alert is known to be missing and time goes on until {@code end}. */
    public List<Case> newest(Instant end) {
        alerts.sort(AlertOrder.INSTANCE);
        for (Alert alert : alerts) {
            casework.advanceTo(alert.time().toEpochMilli() - 1);
            casework.take(alert);
        }
        casework.advanceTo(end.toEpochMilli());
        return casework.cases();
    }
}
