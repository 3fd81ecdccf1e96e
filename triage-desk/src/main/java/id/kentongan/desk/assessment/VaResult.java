package id.kentongan.desk.assessment;

import static java.util.Objects.requireNonNull;

import id.kentongan.desk.scan.ScannedFinding;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing that the assessment looked at. */
public record VaResult(
        String tool,
        String target,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        String finding,
        String cve,
        String cvss,
        Outcome outcome,
        String by) {
    public enum Outcome {
        PROVED,
        NOT_PROVED,
        UNCLEAR
    }

    public VaResult {
        requireNonNull(outcome, "outcome");
    }

    /** A scanner's finding is a suspicion: whether it is proved, a person says. */
    static VaResult of(ScannedFinding scanned, String by) {
        return new VaResult(
                scanned.tool(),
                scanned.target(),
                scanned.at(),
                null,
                scanned.finding(),
                scanned.cve(),
                scanned.cvss(),
                Outcome.UNCLEAR,
                by);
    }

    /** Whether both say the same of the same moment, whoever brought them and whatever was made of them. */
    boolean repeats(VaResult other) {
        return tool.equals(other.tool)
                && target.equals(other.target)
                && Objects.equals(startedAt, other.startedAt)
                && finding.equals(other.finding)
                && cve.equals(other.cve)
                && cvss.equals(other.cvss);
    }
}
