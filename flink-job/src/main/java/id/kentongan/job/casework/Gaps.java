package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/** What is known to be missing of the alerts, and which cases it touches. */
final class Gaps {
    static final int MOST = 1_000;

    private Gaps() {}

    /** Takes a gap in; the first telling counts, and of too many the oldest are forgotten. */
    static void learn(Gap gap, BroadcastState<String, Gap> known) throws Exception {
        if (known.contains(gap.id())) {
            return;
        }
        known.put(gap.id(), gap);
        List<Gap> all = new ArrayList<>();
        for (Map.Entry<String, Gap> each : known.immutableEntries()) {
            all.add(each.getValue());
        }
        all.sort(Comparator.comparing(Gap::to).reversed().thenComparing(Gap::id));
        for (Gap forgotten : all.subList(Math.min(MOST, all.size()), all.size())) {
            known.remove(forgotten.id());
        }
    }

    /** Those that began before {@code time} and reach into the case's picture, of its node or of no known one. */
    static List<Gap> of(OpenCase open, long time, ReadOnlyBroadcastState<String, Gap> known) throws Exception {
        Instant now = Instant.ofEpochMilli(time);
        Instant first = open.firstSeen().minus(OpenCase.PICTURE);
        String node = open.asset().node();
        List<Gap> touching = new ArrayList<>();
        for (Map.Entry<String, Gap> each : known.immutableEntries()) {
            Gap gap = each.getValue();
            boolean ofNode = gap.node() == null || gap.node().equals(node);
            if (ofNode && gap.from().isBefore(now) && !gap.to().isBefore(first)) {
                touching.add(gap);
            }
        }
        return touching.stream()
                .sorted(Comparator.comparing(Gap::from).thenComparing(Gap::id))
                .limit(Case.MAX_GAPS)
                .toList();
    }
}
