package id.kentongan.job.intake;

import java.util.HashMap;
import java.util.Map;

/**
 * How far each stream of lines was read, to drop what a restarted forwarder sends again. Merging by the greater offset
 * makes it safe to hand every copy of the state to every subtask.
 */
final class HighWater {
    private final Map<String, Long> greatest = new HashMap<>();

    /** False when this line, or a later one of its stream, was taken before. */
    boolean rises(Origin origin) {
        Long before = greatest.get(origin.stream());
        if (before != null && before >= origin.offset()) {
            return false;
        }
        greatest.put(origin.stream(), origin.offset());
        return true;
    }

    void merge(String stream, long offset) {
        greatest.merge(stream, offset, Math::max);
    }

    Map<String, Long> marks() {
        return Map.copyOf(greatest);
    }
}
