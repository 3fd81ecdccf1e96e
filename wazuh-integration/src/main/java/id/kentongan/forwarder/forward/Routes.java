package id.kentongan.forwarder.forward;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a record key belongs to: the same as Kafka's own partitioner chooses, asked here because numbers are
 * given by partition before sending. Used by one thread.
 */
final class Routes {
    private static final int MOST = 10_000;

    /** The key's bytes and its partition. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Route(byte[] key, int partition) {}

    private final Map<String, Route> known = new HashMap<>();
    private int partitions;

    /** Takes note of how many partitions there are now. */
    void over(int count) {
        if (count != partitions) {
            partitions = count;
            known.clear();
        }
    }

    int partitions() {
        return partitions;
    }

    Route of(String key) {
        Route route = known.get(key);
        if (route == null) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            route = new Route(bytes, Utils.toPositive(Utils.murmur2(bytes)) % partitions);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, route);
        }
        return route;
    }
}
