package id.kentongan.job.correlation;

import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.RuleHistory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** The dated rules that a subtask has been told, kept in broadcast state. */
final class RulesAtHand {
    private static final MapStateDescriptor<String, DatedRule> KEPT =
            new MapStateDescriptor<>("dated-rules", Types.STRING, TypeInformation.of(DatedRule.class));

    private final BroadcastState<String, DatedRule> kept;
    private final RuleHistory history = new RuleHistory();
    private long longestHorizon = -1;

    RulesAtHand(OperatorStateStore store) throws Exception {
        kept = store.getBroadcastState(KEPT);
        Map<String, DatedRule> before = new HashMap<>();
        kept.entries().forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        before.values().stream()
                .sorted(Comparator.comparingLong(DatedRule::from))
                .forEach(history::add);
    }

    /** The next version of a rule. */
    void add(DatedRule dated) throws Exception {
        history.add(dated);
        longestHorizon = -1;
        keep();
    }

    /** What gave way to a later version by this time matters no more. */
    void forgetBefore(long time) throws Exception {
        int before = history.all().size();
        history.forgetBefore(time);
        if (history.all().size() < before) {
            longestHorizon = -1;
            keep();
        }
    }

    private void keep() throws Exception {
        kept.clear();
        for (DatedRule dated : history.all()) {
            kept.put(dated.key(), dated);
        }
    }

    /** Of all versions known, milliseconds. */
    long longestHorizon() {
        if (longestHorizon < 0) {
            longestHorizon = history.longestHorizon();
        }
        return longestHorizon;
    }

    RuleHistory history() {
        return history;
    }
}
