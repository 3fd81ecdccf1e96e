package id.kentongan.job.correlation;

import java.util.ArrayList;
import java.util.TreeSet;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** Rules that the job stopped, by the hash of their text: another text of the same rule is given another chance. */
final class PausedRules {
    static final ListStateDescriptor<String> KEPT = new ListStateDescriptor<>("paused", Types.STRING);

    private final ListState<String> kept;
    private final TreeSet<String> hashes = new TreeSet<>();

    PausedRules(ListState<String> kept) throws Exception {
        this.kept = kept;
        kept.get().forEach(hashes::add);
    }

    boolean add(String sha256) {
        return hashes.add(sha256);
    }

    boolean contains(String sha256) {
        return hashes.contains(sha256);
    }

    int count() {
        return hashes.size();
    }

    void keep() throws Exception {
        kept.update(new ArrayList<>(hashes));
    }
}
