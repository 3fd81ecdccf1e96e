package id.kentongan.job.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Alerts that time had passed by, until they are judged together: in keyed state, and by key in memory. */
final class LateAlerts {
    static final MapStateDescriptor<String, EntityAlert> WAITING =
            new MapStateDescriptor<>("late", Types.STRING, TypeInformation.of(EntityAlert.class));

    private static final long NEVER = Long.MIN_VALUE;

    private final MapState<String, EntityAlert> kept;
    private final Map<String, List<EntityAlert>> byKey = new TreeMap<>();
    private long first = NEVER;
    private long newest = NEVER;
    private long judged = NEVER;

    LateAlerts(MapState<String, EntityAlert> kept) {
        this.kept = kept;
    }

    /** Takes one of the key that is set now. */
    void add(EntityAlert copy, long now) throws Exception {
        kept.put(copy.alert().key(), copy);
        gather(copy, now);
    }

    /** After a restart, at {@code now}. */
    void restored(Iterable<EntityAlert> copies, long now) {
        copies.forEach(copy -> gather(copy, now));
    }

    private void gather(EntityAlert copy, long now) {
        byKey.computeIfAbsent(copy.key(), key -> new ArrayList<>()).add(copy);
        first = first == NEVER ? now : first;
        newest = now;
    }

    /** Whether their sources have caught up, or waiting any longer would be worse. */
    boolean areDue(long now) {
        if (byKey.isEmpty()) {
            return false;
        }
        boolean settled = now >= newest + LateLimit.SETTLED && (judged == NEVER || now >= judged + LateLimit.BETWEEN);
        return settled || now >= first + LateLimit.LONGEST_WAIT;
    }

    /** All of them by key; nobody waits any longer. */
    Map<String, List<EntityAlert>> take(long now) {
        Map<String, List<EntityAlert>> taken = new TreeMap<>(byKey);
        byKey.clear();
        first = NEVER;
        newest = NEVER;
        judged = now;
        return taken;
    }

    /** Of the key that is set now. */
    void forgetKey() {
        kept.clear();
    }

    int waiting() {
        return byKey.values().stream().mapToInt(List::size).sum();
    }
}
