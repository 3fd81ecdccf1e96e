package id.kentongan.desk.records;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.StageName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of the daily list. */
record ListedCase(
        String number,
        String title,
        String asset,
        String rules,
        Severity severity,
        long alerts,
        Instant received,
        StageName stage,
        @Nullable String owner,
        @Nullable String verdict) {}
