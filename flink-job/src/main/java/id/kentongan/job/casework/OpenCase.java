package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.Text;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.intake.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case while the job still adds to it.
 *
 * @param opener what opened it, a finding's id or an anomaly's alert; names the case for ever
 * @param asset of what opened it
 * @param openedAt engine time of the opener's first match
 * @param lastFinding engine time of the newest match of any finding; of a case without one, of the newest anomaly
 * @param findings newest version of each, in order of joining, at most {@value #MAX_FINDINGS}; besides, as many withdrawn
 * @param supportingCount supporting alerts that joined
 * @param supportingByRule the same, by Wazuh rule id
 * @param strands anomalies, in order of joining, at most {@value #MAX_STRANDS}
 * @param signals that joined
 * @param chapter how many strands it had when it last woke: those behind are what goes on now
 * @param excepted signals of its agents that exceptions covered: counted, and else left out
 * @param follows id of an earlier case that it goes on from
 * @param mergedInto id of the case that goes on in its place
 * @param bits of each finding, when it was taken last
 */
public record OpenCase(
        String opener,
        Asset asset,
        Instant openedAt,
        Instant lastFinding,
        List<Finding> findings,
        List<Evidence> supportingFirst,
        List<Evidence> supportingNewest,
        long supportingCount,
        Map<String, Long> supportingByRule,
        List<Strand> strands,
        long signals,
        int chapter,
        long excepted,
        @Nullable String follows,
        @Nullable String mergedInto,
        Map<String, Double> bits) {

    /** A case that had no finding for so long takes no more of them: the next one opens a new case. */
    static final Duration QUIET = Duration.ofHours(6);
    /** IDS alerts this long before the case's first alert, and after its newest finding, belong to the picture. */
    static final Duration PICTURE = Duration.ofHours(1);

    static final int MAX_FINDINGS = 20;
    static final int MAX_STRANDS = 200;
    static final int SUPPORTING_FIRST = 30;
    static final int SUPPORTING_NEWEST = 20;

    public OpenCase {
        requireNonNull(opener, "opener");
        requireNonNull(asset, "asset");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(lastFinding, "lastFinding");
        findings = List.copyOf(findings);
        supportingFirst = List.copyOf(supportingFirst);
        supportingNewest = List.copyOf(supportingNewest);
        supportingByRule = Map.copyOf(supportingByRule);
        strands = List.copyOf(strands);
        bits = Map.copyOf(Objects.requireNonNullElse(bits, Map.of())); // absent in older savepoints
    }

    static OpenCase openedBy(Finding finding, double bits, @Nullable String follows) {
        return opened(finding.id(), finding.asset(), finding.last(), follows).plus(finding, bits);
    }

    static OpenCase openedBy(Signal signal, @Nullable String follows) {
        String opener = "a-" + signal.signature() + "|" + signal.alert().key();
        return opened(opener, signal.alert().asset(), signal.alert().time(), follows);
    }

    private static OpenCase opened(String opener, Asset asset, Instant at, @Nullable String follows) {
        return new OpenCase(
                opener, asset, at, at, List.of(), List.of(), List.of(), 0, Map.of(), List.of(), 0, 0, 0, follows, null,
                Map.of());
    }

    /** What goes on after people decided may be opened by the very finding that opened the case before. */
    String id() {
        return "c-" + Sha256.name(follows == null ? opener : opener + "|" + follows);
    }

    boolean takes(Finding finding) {
        return !finding.last().isAfter(lastFinding.plus(QUIET));
    }

    /** IDS alerts go with a finding of their agent; what is unusual shows them by itself. */
    boolean takes(Evidence supporting, String agent) {
        return hasFindingOf(agent)
                && !supporting.time().isBefore(firstSeen().minus(PICTURE))
                && !supporting.time().isAfter(lastFinding.plus(PICTURE));
    }

    boolean hasFindingOf(String agent) {
        return findings.stream()
                .anyMatch(finding -> Contribution.agentOf(finding).equals(agent));
    }

    boolean has(Finding finding) {
        return findings.stream().anyMatch(known -> known.id().equals(finding.id()));
    }

    double bits(Finding finding) {
        return bits.getOrDefault(finding.id(), Bouts.isWeak(finding) ? Bouts.WEAK : CaseCard.LINE);
    }

    static boolean isWithdrawn(Finding finding) {
        return finding.marks().contains(FindingMark.WITHDRAWN);
    }

    /** Findings that were not withdrawn. */
    List<Finding> holding() {
        return findings.stream().filter(finding -> !isWithdrawn(finding)).toList();
    }

    /** What the case tells of: the findings that hold, or all where every one was withdrawn and nothing else is there. */
    List<Finding> telling() {
        List<Finding> holding = holding();
        return holding.isEmpty() && strands.isEmpty() ? findings : holding;
    }

    /** A newer version of a finding replaces the older; a finding beyond the limit is left to its own topic. */
    OpenCase plus(Finding finding, double worth) {
        return changed(now -> now.take(finding, worth));
    }

    OpenCase plus(Evidence supporting) {
        return changed(now -> now.take(supporting));
    }

    OpenCase plus(Term term) {
        Instant newest = findings.isEmpty() ? later(term.signal().alert().time()) : lastFinding;
        List<Text> why = term.bits() > 0 ? List.of(AnomalyText.reason(term)) : List.of();
        return changed(now -> {
            now.lastFinding = newest;
            now.spin(term.signal(), term.bits(), why);
        });
    }

    /** More of what it holds already. */
    OpenCase plus(Signal more) {
        return changed(now -> now.spin(more, 0, List.of()));
    }

    /** Something goes on after a pause: that may become a case of its own. */
    OpenCase inNewChapter() {
        return changed(now -> now.chapter = strands.size());
    }

    /** What goes on now. */
    List<Strand> thisChapter() {
        return strands.subList(chapter, strands.size());
    }

    /** What went on belongs to a case that opened since; that it went there is a contribution too. */
    OpenCase withoutThisChapter() {
        return changed(now -> {
            now.strands = strands.subList(0, chapter);
            now.signals++;
        });
    }

    OpenCase plus(List<Strand> others) {
        List<Strand> all = new ArrayList<>(strands);
        others.stream().limit(Math.max(0, MAX_STRANDS - all.size())).forEach(all::add);
        return changed(now -> {
            now.strands = all;
            now.signals += others.size();
        });
    }

    /** All that another case has, which turned out to be part of this one. */
    OpenCase with(OpenCase part) {
        OpenCase all = this;
        for (Finding finding : part.findings) {
            all = all.plus(finding, part.bits(finding));
        }
        all = all.plus(part.strands);
        for (Evidence each : part.supporting()) {
            all = all.plus(each);
        }
        Map<String, Long> byRule = new TreeMap<>(supportingByRule);
        part.supportingByRule.forEach((rule, count) -> byRule.merge(rule, count, Long::sum));
        Instant newest = all.later(part.lastFinding);
        return all.changed(now -> {
            now.lastFinding = newest;
            now.supportingCount = supportingCount + part.supportingCount;
            now.supportingByRule = byRule;
            now.signals++;
            now.excepted += part.excepted;
        });
    }

    /** It keeps what it has; that it goes on elsewhere is its last contribution. */
    OpenCase mergedInto(String other) {
        return changed(now -> {
            now.mergedInto = other;
            now.signals++;
        });
    }

    OpenCase plusExcepted() {
        return changed(now -> now.excepted++);
    }

    private OpenCase changed(Consumer<CaseDraft> change) {
        CaseDraft now = new CaseDraft(this);
        change.accept(now);
        return now.written();
    }

    @Nullable
    Strand strand(String agent, String signature) {
        return strands.stream()
                .skip(chapter)
                .filter(each -> each.isOf(agent, signature))
                .findFirst()
                .orElse(null);
    }

    Instant later(Instant time) {
        return time.isAfter(lastFinding) ? time : lastFinding;
    }

    /** Contributions taken so far, a withdrawal among them: what does not change it, does not change what is told of the case. */
    long version() {
        long withdrawn = findings.stream().filter(OpenCase::isWithdrawn).count();
        return findings.stream().mapToLong(Finding::matches).sum() + withdrawn + supportingCount + signals + excepted;
    }

    Instant firstSeen() {
        return Stream.concat(
                        telling().stream().map(Finding::first), strands.stream().map(Strand::first))
                .min(Instant::compareTo)
                .orElse(openedAt);
    }

    List<Evidence> supporting() {
        List<Evidence> all = new ArrayList<>(supportingFirst);
        all.addAll(supportingNewest);
        return all;
    }
}
