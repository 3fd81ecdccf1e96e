package id.kentongan.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void aListOfAsManyAsAreCountedIsKnownWhole() {
        Counts counts = Counts.of(Map.of(Severity.LOW, 990L, Severity.HIGH, 10L), 1000);

        assertThat(counts.whole()).isTrue();
        assertThat(counts.all()).isEqualTo(1000);
        assertThat(counts.of(Severity.HIGH)).isEqualTo(10);
        assertThat(counts.of(Severity.CRITICAL)).isZero();
    }

    /** The count stopped somewhere: how many of each severity there are, nobody knows. */
    @Test
    void ofMoreOnlyTheLeastNumberIsKnown() {
        Counts counts = Counts.of(Map.of(Severity.LOW, 991L, Severity.HIGH, 10L), 1000);

        assertThat(counts.whole()).isFalse();
        assertThat(counts.all()).isEqualTo(1000);
        assertThat(counts.bySeverity()).isEmpty();
    }
}
