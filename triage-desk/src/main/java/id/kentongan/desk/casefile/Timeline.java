package id.kentongan.desk.casefile;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All alerts of a case in order of time, each once, with runs of the same drawn together. */
public final class Timeline {
    private static final Comparator<Moment> BY_TIME = Comparator.comparing(
                    (Moment moment) -> moment.evidence().time())
            .thenComparing(moment -> moment.evidence().alert());

    private Timeline() {}

    public static List<Moment> of(Case content) {
        Map<String, Moment> moments = new LinkedHashMap<>();
        for (Finding finding : content.findings()) {
            finding.evidence().forEach(evidence -> add(moments, evidence, List.of(finding.title())));
        }
        content.supporting().forEach(evidence -> add(moments, evidence, List.of()));
        return withRunsJoined(moments.values().stream().sorted(BY_TIME).toList());
    }

    private static void add(Map<String, Moment> moments, Evidence evidence, List<Text> findings) {
        moments.merge(evidence.alert(), new Moment(evidence, evidence.time(), 1, findings), Timeline::sharedBy);
    }

    /** The same alert under a second finding is still one alert. */
    private static Moment sharedBy(Moment known, Moment again) {
        List<Text> findings = new ArrayList<>(known.findings());
        again.findings().stream().filter(title -> !findings.contains(title)).forEach(findings::add);
        return new Moment(known.evidence(), known.last(), 1, findings);
    }

    private static List<Moment> withRunsJoined(List<Moment> inOrder) {
        List<Moment> joined = new ArrayList<>();
        for (Moment moment : inOrder) {
            int end = joined.size() - 1;
            if (end >= 0 && joined.get(end).saysTheSameAs(moment)) {
                joined.set(end, joined.get(end).joinedWith(moment));
            } else {
                joined.add(moment);
            }
        }
        return List.copyOf(joined);
    }
}
