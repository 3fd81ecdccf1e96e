package id.kentongan.job.correlation;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Rules that the job stopped, by the hash of their text: another text of the same rule is given another chance. */
final class PausedRules {
    private final TreeSet<String> hashes;

    PausedRules(Collection<String> hashes) {
        this.hashes = new TreeSet<>(hashes);
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

    List<String> hashes() {
        return List.copyOf(hashes);
    }
}
