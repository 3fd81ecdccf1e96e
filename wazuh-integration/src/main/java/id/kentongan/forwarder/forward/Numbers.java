package id.kentongan.forwarder.forward;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The last number of each partition, from 1; 0 where none was given. Used by one thread. */
final class Numbers {
    private long[] last = new long[0];

    Numbers(Map<Integer, Long> start) {
        start.forEach((partition, number) -> {
            reach(partition);
            last[partition] = number;
        });
    }

    /** Gives the next one. */
    long next(int partition) {
        reach(partition);
        return ++last[partition];
    }

    long last(int partition) {
        return partition < last.length ? last[partition] : 0;
    }

    /** Another numbering begins. */
    void clear() {
        Arrays.fill(last, 0);
    }

    /** Of those partitions that have a number. */
    Map<Integer, Long> byPartition() {
        Map<Integer, Long> numbers = new HashMap<>();
        for (int partition = 0; partition < last.length; partition++) {
            if (last[partition] > 0) {
                numbers.put(partition, last[partition]);
            }
        }
        return numbers;
    }

    private void reach(int partition) {
        if (partition >= last.length) {
            last = Arrays.copyOf(last, partition + 1);
        }
    }
}
