package id.kentongan.job.intake;

import java.util.HashMap;
import java.util.Map;

/**
 * The forwarder's numbers as they arrive, by stream: tells what was sent again and what was lost on the way. Merging by
 * the greater number makes it safe to hand every copy of the state to every subtask.
 */
final class Numbering {
    /** What a number says: -1 sent again, else how many before it are missing. */
    static final long SENT_AGAIN = -1;

    private final Map<String, Long> greatest = new HashMap<>();

    /** Of a record. A stream that was never heard of may begin anywhere: the topic keeps only thirty days. */
    long take(Origin origin) {
        Long before = greatest.get(origin.stream());
        if (before != null && origin.sequence() <= before) {
            return SENT_AGAIN;
        }
        greatest.put(origin.stream(), origin.sequence());
        return before == null ? 0 : origin.sequence() - before - 1;
    }

    /** Of a heartbeat, which repeats the number of the last record before it: how many are missing. */
    long check(Origin origin) {
        Long before = greatest.get(origin.stream());
        if (before == null || origin.sequence() > before) {
            greatest.put(origin.stream(), origin.sequence());
        }
        return before == null ? 0 : Math.max(0, origin.sequence() - before);
    }

    void merge(String stream, long sequence) {
        greatest.merge(stream, sequence, Math::max);
    }

    Map<String, Long> marks() {
        return Map.copyOf(greatest);
    }
}
