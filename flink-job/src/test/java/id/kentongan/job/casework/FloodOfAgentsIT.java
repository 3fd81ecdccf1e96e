package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.job.SmallHeap;
import org.junit.jupiter.api.Test;

/**
 * Agents that come and go for ever do not fill the heap, and an attack among them is found. {@code
 * -Dcasework.agents=1000000 -Dcasework.heap=512m} makes it a million.
 */
class FloodOfAgentsIT {
    @Test
    void heapStaysBoundedAndTheAttackIsFound() throws Exception {
        String heap = System.getProperty("casework.heap", "48m");

        assertThat(SmallHeap.run(heap, FloodOfAgents.class, System.getProperty("casework.agents", "100000")))
                .contains("1 grave case");
    }
}
