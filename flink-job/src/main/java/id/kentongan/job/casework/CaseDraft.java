package id.kentongan.job.casework;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Text;
import id.kentongan.job.anomaly.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** A newer version of a finding replaces the older; one beyond the limit is left to its own topic. */
    void take(Finding finding, double worth) {
        Map<String, Finding> byId = new LinkedHashMap<>();
        findings.forEach(known -> byId.put(known.id(), known));
        boolean fits = before.holding().size() < OpenCase.MAX_FINDINGS && byId.size() < 2 * OpenCase.MAX_FINDINGS;
        if (fits || before.has(finding)) {
            byId.merge(finding.id(), finding, CaseDraft::newer);
        }
        lastFinding = before.later(finding.last());
        findings = List.copyOf(byId.values());
        bits = new TreeMap<>(bits);
        bits.put(finding.id(), worth);
        bits.keySet().retainAll(byId.keySet());
    }

    private static Finding newer(Finding old, Finding now) {
        boolean more = now.matches() > old.matches() || OpenCase.isWithdrawn(now);
        return more && !OpenCase.isWithdrawn(old) ? now : old;
    }

    void take(Evidence supporting) {
        List<Evidence> first = new ArrayList<>(supportingFirst);
        List<Evidence> newest = new ArrayList<>(supportingNewest);
        (first.size() < OpenCase.SUPPORTING_FIRST ? first : newest).add(supporting);
        supportingFirst = first;
        supportingNewest = newest.subList(Math.max(0, newest.size() - OpenCase.SUPPORTING_NEWEST), newest.size());
        supportingCount++;
        supportingByRule = new TreeMap<>(supportingByRule);
        supportingByRule.merge(supporting.ruleId(), 1L, Long::sum);
    }

    /** Goes on with the strand of this chapter, or begins one where there is room. */
    void spin(Signal signal, double worth, List<Text> why) {
        List<Strand> all = new ArrayList<>(strands);
        int at = chapter;
        while (at < all.size() && !all.get(at).isOf(signal.agent(), signal.signature())) {
            at++;
        }
        if (at < all.size()) {
            all.set(at, all.get(at).plus(signal, worth, why));
        } else if (all.size() < OpenCase.MAX_STRANDS) {
            all.add(Strand.of(signal).plus(signal, worth, why));
        }
        strands = all;
        signals++;
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
