package id.kentongan.job.casework;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A grave finding on agent {@code m/004}, of which only what is told here matters to a test. */
public final class SomeFinding {
    private SomeFinding() {}

    public static Finding of(String id, String rule, Instant at, long matches) {
        return new Finding(
                id,
                rule,
                "sha",
                new Text("Judul", "Title"),
                Severity.HIGH,
                EntityKind.AGENT,
                "m/004",
                new Asset("m", "004", "web-01", null),
                at,
                at,
                matches,
                Map.of("5760", 1L),
                Map.of(),
                List.of(new Text("alasan", "reason")),
                List.of(),
                List.of(),
                List.of());
    }
}
