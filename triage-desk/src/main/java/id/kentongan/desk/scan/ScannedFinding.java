package id.kentongan.desk.scan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a scanner, fit to be kept and shown.
 *
 * @param at when the scanner saw it, whole seconds; null where its report does not say
 * @param cve identifiers, separated by commas; may be empty
 * @param cvss score and the scanner's word for it, as in {@code 9.8 (critical)}; either may be missing
 */
public record ScannedFinding(
        String tool, String target, @Nullable Instant at, String finding, String cve, String cvss) {
    public ScannedFinding {
        requireNonNull(tool, "tool");
        if (finding.isBlank()) {
            throw new IllegalArgumentException("expected a finding to have a name");
        }
    }
}
