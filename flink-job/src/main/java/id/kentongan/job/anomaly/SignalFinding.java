package id.kentongan.job.anomaly;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Sha256;
import java.util.List;
import java.util.Map;

/** One signal in the shape of a finding: so exceptions are matched, and told of, in one way. */
public final class SignalFinding {
    /** The rule that exceptions for what is unusual name. */
    public static final String RULE = Finding.UNUSUAL;

    private SignalFinding() {}

    public static Finding of(Signal signal) {
        Alert alert = signal.alert();
        String step = SignalText.step(signal.kind());
        String what = "\"" + alert.description() + "\" (" + alert.ruleId() + "): ";
        Text why = SignalText.of(signal.kind());
        return new Finding(
                "f-" + Sha256.name("signal|" + signal.kind() + "|" + signal.signature() + "|" + alert.key()),
                RULE,
                "",
                SignalText.title(),
                Severity.LOW,
                EntityKind.AGENT,
                alert.agent(),
                alert.asset(),
                alert.time(),
                alert.time(),
                1,
                Map.of(alert.ruleId(), 1L),
                Map.of(step, why),
                List.of(new Text(what + why.id(), what + why.en())),
                alert.techniques(),
                List.of(alert.as(step)),
                List.of());
    }
}
