package id.kentongan.job.casework;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an {@link OpenCase} is about to become: the same, but for what is changed here. */
final class CaseDraft {
    Instant lastFinding;
    List<Finding> findings;
    Map<String, Double> bits;
    List<Evidence> supportingFirst;
    List<Evidence> supportingNewest;
    long supportingCount;
    Map<String, Long> supportingByRule;
    List<Strand> strands;
    long signals;
    int chapter;
    long excepted;

    @Nullable
    String mergedInto;

    private final OpenCase before;

    CaseDraft(OpenCase before) {
        this.before = before;
        lastFinding = before.lastFinding();
        findings = before.findings();
        bits = before.bits();
        supportingFirst = before.supportingFirst();
        supportingNewest = before.supportingNewest();
        supportingCount = before.supportingCount();
        supportingByRule = before.supportingByRule();
        strands = before.strands();
        signals = before.signals();
        chapter = before.chapter();
        excepted = before.excepted();
        mergedInto = before.mergedInto();
    }

    OpenCase written() {
        return new OpenCase(
                before.opener(),
                before.asset(),
                before.openedAt(),
                lastFinding,
                findings,
                supportingFirst,
                supportingNewest,
                supportingCount,
                supportingByRule,
                strands,
                signals,
                chapter,
                excepted,
                before.follows(),
                mergedInto,
                bits);
    }
}
