package id.kentongan.job.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuOfRulesTest {
    private static final long MILLI = 1_000_000;

    private final Map<String, Long> added = new HashMap<>();
    private final List<Boolean> switched = new ArrayList<>();
    private final CpuOfRules.Meter meter = new CpuOfRules.Meter() {
        @Override
        public void measure(boolean on) {
            switched.add(on);
        }

        @Override
        public Map<String, Long> measured() {
            return Map.copyOf(added);
        }
    };
    private long now = 5;
    private final CpuOfRules cpu = new CpuOfRules(50, () -> now);

    @Test
    void ruleThatTakesMoreThanItsShareOverAMinuteIsNamed() {
        for (int moment = 1; moment < CpuOfRules.MOMENTS; moment++) {
            assertThat(moment(200, 10)).isEmpty();
        }

        assertThat(moment(200, 10)).containsExactly(new CpuOfRules.Beyond("dear", 66));
    }

    @Test
    void oneQuietMomentForgivesWhatWasBefore() {
        for (int moment = 1; moment < CpuOfRules.MOMENTS; moment++) {
            moment(200, 10);
        }
        moment(100, 10);

        assertThat(moment(200, 10)).isEmpty();
    }

    @Test
    void momentThatLastsLongIsHeldAgainstItsLength() {
        for (int moment = 0; moment < 2 * CpuOfRules.MOMENTS; moment++) {
            now += CpuOfRules.EVERY_NANOS;
            cpu.beyond(meter);
            added.merge("dear", 400 * MILLI, Long::sum);
            now += 1_000 * MILLI;
            assertThat(cpu.beyond(meter)).isEmpty();
        }
    }

    @Test
    void nothingIsMeasuredBetweenTheMoments() {
        assertThat(cpu.beyond(meter)).isEmpty();
        assertThat(switched).isEmpty();

        moment(1, 1);

        assertThat(switched).containsExactly(true, false);
    }

    @Test
    void anotherRuntimeIsMeasuredFromItsOwnBeginning() {
        now += CpuOfRules.EVERY_NANOS;
        cpu.beyond(meter);
        added.put("dear", 10_000 * MILLI);
        cpu.startAnew();
        now += CpuOfRules.FOR_NANOS;

        assertThat(cpu.beyond(meter)).isEmpty();
        assertThat(switched).containsExactly(true);
    }

    /** Milliseconds of CPU that two rules take in it. */
    private List<CpuOfRules.Beyond> moment(long dear, long cheap) {
        now += CpuOfRules.EVERY_NANOS;
        assertThat(cpu.beyond(meter)).isEmpty();
        added.merge("dear", dear * MILLI, Long::sum);
        added.merge("cheap", cheap * MILLI, Long::sum);
        now += CpuOfRules.FOR_NANOS;
        return cpu.beyond(meter);
    }
}
