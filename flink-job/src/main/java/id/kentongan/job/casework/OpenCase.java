package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A case while the job still adds to it.
 *
 * @param opener the first finding; names the case for ever
 * @param openedAt engine time of the opener's first match
 * @param lastFinding engine time of the newest match of any finding
 * @param findings newest version of each, in order of joining, at most {@value #MAX_FINDINGS}; besides, as many withdrawn
 * @param supportingCount supporting alerts that joined
 * @param supportingByRule the same, by Wazuh rule id
 */
public record OpenCase(
        String opener,
        Instant openedAt,
        Instant lastFinding,
        List<Finding> findings,
        List<Evidence> supportingFirst,
        List<Evidence> supportingNewest,
        long supportingCount,
        Map<String, Long> supportingByRule) {

    /** A case that had no finding for so long takes no more: the next one opens a new case. */
    static final Duration QUIET = Duration.ofHours(6);
    /** IDS alerts this long before the case's first alert, and after its newest finding, belong to the picture. */
    static final Duration PICTURE = Duration.ofHours(1);

    static final int MAX_FINDINGS = 20;
    static final int SUPPORTING_FIRST = 30;
    static final int SUPPORTING_NEWEST = 20;

    public OpenCase {
        requireNonNull(opener, "opener");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(lastFinding, "lastFinding");
        findings = List.copyOf(findings);
        supportingFirst = List.copyOf(supportingFirst);
        supportingNewest = List.copyOf(supportingNewest);
        supportingByRule = Map.copyOf(supportingByRule);
    }

    static OpenCase openedBy(Finding finding) {
        return new OpenCase(
                finding.id(), finding.last(), finding.last(), List.of(finding), List.of(), List.of(), 0, Map.of());
    }

    boolean takes(Finding finding) {
        return !finding.last().isAfter(lastFinding.plus(QUIET));
    }

    boolean takes(Evidence supporting) {
        return !supporting.time().isBefore(firstSeen().minus(PICTURE))
                && !supporting.time().isAfter(lastFinding.plus(PICTURE));
    }

    /** A newer version of a finding replaces the older; a finding beyond the limit is left to its own topic. */
    OpenCase plus(Finding finding) {
        Map<String, Finding> byId = new LinkedHashMap<>();
        findings.forEach(known -> byId.put(known.id(), known));
        boolean fits = holding().size() < MAX_FINDINGS && byId.size() < 2 * MAX_FINDINGS;
        if (fits || has(finding)) {
            byId.merge(finding.id(), finding, OpenCase::newer);
        }
        Instant newest = finding.last().isAfter(lastFinding) ? finding.last() : lastFinding;
        return new OpenCase(
                opener,
                openedAt,
                newest,
                List.copyOf(byId.values()),
                supportingFirst,
                supportingNewest,
                supportingCount,
                supportingByRule);
    }

    boolean has(Finding finding) {
        return findings.stream().anyMatch(known -> known.id().equals(finding.id()));
    }

    private static Finding newer(Finding old, Finding now) {
        boolean more = now.matches() > old.matches() || isWithdrawn(now);
        return more && !isWithdrawn(old) ? now : old;
    }

    static boolean isWithdrawn(Finding finding) {
        return finding.marks().contains(FindingMark.WITHDRAWN);
    }

    /** Findings that were not withdrawn. */
    List<Finding> holding() {
        return findings.stream().filter(finding -> !isWithdrawn(finding)).toList();
    }

    /** What the case tells of: the findings that hold, or all where every one was withdrawn. */
    List<Finding> telling() {
        List<Finding> holding = holding();
        return holding.isEmpty() ? findings : holding;
    }

    OpenCase plus(Evidence supporting) {
        List<Evidence> first = new ArrayList<>(supportingFirst);
        List<Evidence> newest = new ArrayList<>(supportingNewest);
        (first.size() < SUPPORTING_FIRST ? first : newest).add(supporting);
        Map<String, Long> byRule = new TreeMap<>(supportingByRule);
        byRule.merge(supporting.ruleId(), 1L, Long::sum);
        return new OpenCase(
                opener,
                openedAt,
                lastFinding,
                findings,
                first,
                newest.subList(Math.max(0, newest.size() - SUPPORTING_NEWEST), newest.size()),
                supportingCount + 1,
                byRule);
    }

    /** Contributions taken so far, a withdrawal among them: what does not change it, does not change what is told of the case. */
    long version() {
        long withdrawn = findings.stream().filter(OpenCase::isWithdrawn).count();
        return findings.stream().mapToLong(Finding::matches).sum() + withdrawn + supportingCount;
    }

    /** Whether there is more to tell than of {@code earlier}. */
    boolean tellsMoreThan(@Nullable OpenCase earlier) {
        return earlier == null || !earlier.opener.equals(opener) || version() > earlier.version();
    }

    Instant firstSeen() {
        return telling().stream().map(Finding::first).min(Instant::compareTo).orElse(openedAt);
    }

    List<Evidence> supporting() {
        List<Evidence> all = new ArrayList<>(supportingFirst);
        all.addAll(supportingNewest);
        return all;
    }
}
