package id.kentongan.job.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a plain heap, through any mixture of adding and removing. */
class NearlyInOrderSeededTest {
    @ParameterizedTest(name = "seed {0}, {1} sources, apart by up to {2}")
    @CsvSource({"1, 1, 0", "2, 1, 5", "3, 3, 50", "4, 12, 200", "5, 40, 1000"})
    void handsOutWhatAHeapDoes(long seed, int sources, int apart) {
        Random random = new Random(seed);
        NearlyInOrder<Integer> queue = new NearlyInOrder<>(Comparator.naturalOrder());
        PriorityQueue<Integer> heap = new PriorityQueue<>();
        int[] clocks = random.ints(sources, 0, apart + 1).toArray();
        for (int step = 0; step < 20_000; step++) {
            boolean drains = step % 5_000 > 4_000;
            if (heap.isEmpty() || (!drains && random.nextInt(5) < 3)) {
                int source = random.nextInt(sources);
                clocks[source] += random.nextInt(3);
                int element = clocks[source] + (random.nextInt(100) == 0 ? -random.nextInt(apart + 1) : 0);
                queue.add(element);
                heap.add(element);
            } else {
                assertThat(queue.peek()).isEqualTo(heap.peek());
                assertThat(queue.remove()).isEqualTo(heap.remove());
            }
            assertThat(queue.size()).isEqualTo(heap.size());
        }
        List<Integer> left = new ArrayList<>();
        queue.forEach(left::add);
        assertThat(left).containsExactlyInAnyOrderElementsOf(heap);
    }
}
