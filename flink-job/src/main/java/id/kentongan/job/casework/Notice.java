package id.kentongan.job.casework;

import id.kentongan.contracts.Gap;
import id.kentongan.job.decision.DatedDecided;
import org.jspecify.annotations.Nullable;

/** What all casework is told beside contributions: a gap in what was read, or what people decided. */
public record Notice(@Nullable Gap gap, @Nullable DatedDecided decided) {
    public Notice {
        if ((gap == null) == (decided == null)) {
            throw new IllegalArgumentException("expected a gap or a decision, got both or neither");
        }
    }

    public static Notice of(Gap gap) {
        return new Notice(gap, null);
    }

    public static Notice of(DatedDecided decided) {
        return new Notice(null, decided);
    }
}
