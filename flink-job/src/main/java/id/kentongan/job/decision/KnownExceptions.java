package id.kentongan.job.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/** The exceptions that each subtask knows of. */
final class KnownExceptions {
    private KnownExceptions() {}

    /** Decisions on cases are none of them. */
    static void learn(DatedDecided dated, BroadcastState<String, DatedDecided> known, long time) throws Exception {
        if (dated.decided().decision() != null) {
            return;
        }
        known.put(dated.key(), dated);
        for (DatedDecided spent : Exceptions.spent(all(known), time)) {
            known.remove(spent.key());
        }
    }

    static List<DatedDecided> all(ReadOnlyBroadcastState<String, DatedDecided> known) throws Exception {
        List<DatedDecided> all = new ArrayList<>();
        for (Map.Entry<String, DatedDecided> each : known.immutableEntries()) {
            all.add(each.getValue());
        }
        return all;
    }
}
