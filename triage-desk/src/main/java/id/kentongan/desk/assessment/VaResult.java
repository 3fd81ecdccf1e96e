package id.kentongan.desk.assessment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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
}
