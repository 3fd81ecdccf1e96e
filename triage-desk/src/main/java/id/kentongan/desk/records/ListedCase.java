package id.kentongan.desk.records;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the daily list.
 *
 * @param label that the case lies under
 */
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
        @Nullable String verdict,
        Tlp label) {}
