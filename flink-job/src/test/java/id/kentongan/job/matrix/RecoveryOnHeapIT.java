package id.kentongan.job.matrix;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link RecoveryMatrix} on the heap back end. */
class RecoveryOnHeapIT extends RecoveryMatrix {
    static Stream<Object[]> runs() {
        return runs("heap");
    }

    @ParameterizedTest(name = "{0} on {1}, seed {2}", allowZeroInvocations = true)
    @MethodSource("runs")
    void theAnswerIsThatOfAPlainRun(Disturbance row, String backEnd, long seed) throws Exception {
        assertTheAnswerIsThatOfAPlainRun(row, backEnd, seed);
    }
}
