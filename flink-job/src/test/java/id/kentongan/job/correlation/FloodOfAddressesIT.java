package id.kentongan.job.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.job.SmallHeap;
import org.junit.jupiter.api.Test;

/**
 * More source addresses than fit neither fill the heap nor stop the job, and an attack among them is found. {@code
 * -Dengine.addresses=1000000 -Dengine.heap=512m} makes it the flood of an hour that the job is built for.
 */
class FloodOfAddressesIT {
    @Test
    void heapStaysBoundedAndTheAttackIsFound() throws Exception {
        String heap = System.getProperty("engine.heap", "160m");

        assertThat(SmallHeap.run(heap, FloodOfAddresses.class, System.getProperty("engine.addresses", "150000")))
                .contains("1 matches");
    }
}
