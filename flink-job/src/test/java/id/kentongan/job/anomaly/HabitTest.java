package id.kentongan.job.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HabitTest {
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    private @Nullable Habit habit;
    private final List<Signal> signals = new ArrayList<>();

    @Test
    void theFirstOfAllIsNewAndTheNextIsNot() {
        at(Duration.ZERO);
        at(Duration.ofSeconds(1));

        assertThat(kinds()).containsExactly(SignalKind.FIRST, SignalKind.MORE);
    }

    @Test
    void onceADayIsRareByOneWindowOfNinetySix() {
        for (int day = 0; day < 4; day++) {
            at(Duration.ofDays(day));
        }

        // Three windows of the 288 of three days; what is forgotten of either in so short a time is little.
        assertThat(last().kind()).isEqualTo(SignalKind.RARE);
        assertThat(last().bits()).isCloseTo(Math.log(288 / 3.5) / Math.log(2), within(0.1));
    }

    @Test
    void everyQuarterOfAnHourIsNotRare() {
        for (int i = 0; i < 200; i++) {
            at(Duration.ofMinutes(16L * i));
        }

        assertThat(last().bits()).isLessThan(1);
    }

    @Test
    void countsAreToldAtPowersOfTwoAndAddUp() {
        for (int i = 0; i < 20; i++) {
            at(Duration.ofSeconds(i));
        }

        assertThat(signals).extracting(Signal::count).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(signals.stream().mapToLong(Signal::untold).sum()).isEqualTo(16);
    }

    @Test
    void aFloodOfWhatCameSinglyIsABurstFromSixtyFourOn() {
        for (int day = 0; day < 5; day++) {
            at(Duration.ofDays(day));
        }
        signals.clear();
        for (int i = 1; i <= 512; i++) {
            at(Duration.ofDays(5).plusSeconds(i));
        }

        List<Signal> bursts =
                signals.stream().filter(each -> each.kind() == SignalKind.BURST).toList();
        assertThat(bursts).extracting(Signal::count).containsExactly(64L, 128L, 256L, 512L);
        double beatsFiveDays = Math.log(1 + 480) / Math.log(2) - Habit.ANY_OF_MANY;
        assertThat(bursts.stream().mapToDouble(Signal::bits).sum())
                .isCloseTo(beatsFiveDays + 4 * Habit.BITS_A_DOUBLING, within(0.01));
    }

    @Test
    void aFloodLikeTheOnesBeforeIsNone() {
        for (int day = 0; day < 3; day++) {
            for (int i = 0; i < 300; i++) {
                at(Duration.ofDays(day).plusSeconds(i));
            }
        }

        long onTheFirstDay = signals.stream()
                .filter(each -> each.kind() == SignalKind.BURST)
                .filter(each -> each.time() < START.plus(Duration.ofDays(1)).toEpochMilli())
                .count();
        assertThat(kinds().stream().filter(SignalKind.BURST::equals)).hasSize((int) onTheFirstDay);
    }

    private List<SignalKind> kinds() {
        return signals.stream().map(Signal::kind).toList();
    }

    private Signal last() {
        return signals.get(signals.size() - 1);
    }

    private void at(Duration since) {
        Alert alert = WazuhAlerts.plain(START.plus(since), "1." + signals.size(), "5402");
        Habit.Step step = habit == null
                ? Habit.first(alert, Signature.of(alert))
                : habit.plus(alert, Signature.of(alert), START.toEpochMilli());
        habit = step.habit();
        Signal signal = step.signal();
        if (signal != null) {
            signals.add(signal);
        }
    }
}
