package id.kentongan.desk.journal;

import java.util.ArrayList;
import java.util.List;

/** Follows the chain link by link and notes where it does not hold. */
final class Chain {
    private final List<String> faults = new ArrayList<>();
    private long seq;
    private String hash = Entry.BEGINNING;

    /** The next row as it is stored; rows come in order of their number. */
    void follow(Entry entry, String storedHash) {
        if (entry.seq() != seq + 1) {
            faults.add("entries " + (seq + 1) + " to " + (entry.seq() - 1) + " are missing");
        } else if (!entry.previous().equals(hash)) {
            faults.add("entry " + entry.seq() + " does not follow from the one before");
        }
        if (!entry.hash().equals(storedHash)) {
            faults.add("entry " + entry.seq() + " was changed");
        }
        seq = entry.seq();
        hash = storedHash;
    }

    /** What the head says must be where the rows end. */
    Verified end(long headSeq, String headHash) {
        if (headSeq != seq) {
            faults.add("the chain ends at entry " + seq + ", but " + headSeq + " were written");
        } else if (!headHash.equals(hash)) {
            faults.add("the last entry is not the one that was written last");
        }
        return new Verified(seq, hash, List.copyOf(faults));
    }

    /** What came of it. */
    record Verified(long entries, String hash, List<String> faults) {
        boolean whole() {
            return faults.isEmpty();
        }
    }
}
