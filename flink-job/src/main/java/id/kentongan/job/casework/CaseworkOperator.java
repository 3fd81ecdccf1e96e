package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import java.util.List;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * {@link OpensCases}, which writes what it has at hand to state before each checkpoint. Flink's own operator has no such
 * moment with a key, and to write at each contribution was all but a twentieth of the job's work on RocksDB.
 */
public final class CaseworkOperator extends CoBroadcastWithKeyedOperator<String, Contribution, Notice, Case> {
    /** @param casesADay that anomalies may open in a scope, on the average of two weeks */
    public CaseworkOperator(int casesADay) {
        super(new OpensCases(casesADay), List.of(OpensCases.GAPS, OpensCases.DECISIONS));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        OpensCases cases = (OpensCases) getUserFunction();
        for (String scope : cases.scopesAtHand()) {
            setCurrentKey(scope);
            cases.writeBack(scope);
        }
        super.snapshotState(context);
    }
}
