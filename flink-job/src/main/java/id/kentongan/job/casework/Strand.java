package id.kentongan.job.casework;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Text;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One signature on one agent within a case.
 *
 * @param bits that it added in all
 * @param best the most that it added at once
 * @param count alerts of it since it belongs to the case, as far as told
 * @param evidence in order of joining, at most {@value #MOST_EVIDENCE}: what added bits, then at powers of two
 * @param reasons of what added bits, at most {@value #MOST_REASONS}
 */
public record Strand(
        Asset asset,
        String signature,
        double bits,
        double best,
        long count,
        Instant first,
        Instant last,
        List<Evidence> evidence,
        List<Text> reasons,
        List<String> techniques) {
    static final int MOST_EVIDENCE = 16;
    static final int MOST_REASONS = 2;

    public Strand {
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
        techniques = List.copyOf(techniques);
    }

    static Strand of(Signal signal) {
        Instant time = signal.alert().time();
        return new Strand(
                signal.alert().asset(),
                signal.signature(),
                0,
                0,
                0,
                time,
                time,
                List.of(),
                List.of(),
                signal.alert().techniques());
    }

    String agent() {
        return asset.node() + "/" + asset.agentId();
    }

    boolean isOf(String agent, String otherSignature) {
        return signature.equals(otherSignature) && agent().equals(agent);
    }

    Strand plus(Signal signal, double more, List<Text> why) {
        Instant time = signal.alert().time();
        List<Evidence> shown = new ArrayList<>(evidence);
        if (shown.size() < MOST_EVIDENCE) {
            shown.add(signal.alert().as(SignalText.step(signal.kind())));
        }
        List<Text> said = new ArrayList<>(reasons);
        said.addAll(why);
        return new Strand(
                asset,
                signature,
                bits + more,
                Math.max(best, more),
                count + (count == 0 ? 1 : signal.untold()),
                time.isBefore(first) ? time : first,
                time.isAfter(last) ? time : last,
                shown,
                said.subList(0, Math.min(MOST_REASONS, said.size())),
                techniques);
    }
}
