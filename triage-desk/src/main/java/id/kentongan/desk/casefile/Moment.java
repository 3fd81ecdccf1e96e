package id.kentongan.desk.casefile;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Text;
import java.time.Instant;
import java.util.List;

/**
 * One line of a case's timeline: one alert, or a run of alerts that say the same.
 *
 * @param evidence the first alert of the run
 * @param last event time of the run's last alert, UTC
 * @param alerts how many the run holds, from 1
 * @param findings titles of the findings that rest on it; empty for a supporting alert
 */
public record Moment(Evidence evidence, Instant last, int alerts, List<Text> findings) {
    public Moment {
        requireNonNull(evidence, "evidence");
        requireNonNull(last, "last");
        findings = List.copyOf(findings);
    }

    public boolean supporting() {
        return findings.isEmpty();
    }

    boolean saysTheSameAs(Moment later) {
        return signature().equals(later.signature());
    }

    Moment joinedWith(Moment later) {
        return new Moment(evidence, later.last, alerts + later.alerts, findings);
    }

    private List<Object> signature() {
        return List.of(
                evidence.step(),
                evidence.ruleId(),
                evidence.description(),
                String.valueOf(evidence.sourceIp()),
                String.valueOf(evidence.user()),
                String.valueOf(evidence.filePath()),
                String.valueOf(evidence.process()),
                findings);
    }
}
