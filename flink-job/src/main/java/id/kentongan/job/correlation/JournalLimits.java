package id.kentongan.job.correlation;

import java.io.Serializable;

/** How much a subtask keeps at most: both in alerts, at least 1. */
record JournalLimits(int perKey, int together) implements Serializable {
    private static final long BYTES_OF_AN_ALERT = 2_000;

    /** Cards of keys that keep nothing and yet may be approximate: a fifth of an alert each. */
    int emptied() {
        return 2 * together;
    }

    /** Alerts in the windows of rules, most of them the same objects as in the journal. */
    int inWindows() {
        return 2 * together;
    }

    /** A quarter of the heap for all subtasks of one program. */
    static JournalLimits usual(int subtasksHere) {
        long fit = Runtime.getRuntime().maxMemory() / 4 / BYTES_OF_AN_ALERT / Math.max(1, subtasksHere);
        return new JournalLimits(10_000, (int) Math.max(20_000, Math.min(5_000_000, fit)));
    }
}
