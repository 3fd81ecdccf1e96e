package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoutsTest {
    private static final Instant NOON = Instant.parse("2026-11-07T05:00:00Z");
    private static final long SINCE = NOON.minus(Duration.ofDays(3)).toEpochMilli();

    @Test
    void theFirstIsWorthAThirdOfTheLineAndGrowsToTwoThirdsAtMost() {
        Bouts first = Bouts.NONE.plus(weak(NOON, NOON, 1));

        assertThat(first.worth(SINCE)).isEqualTo(CaseCard.LINE / 3);
        assertThat(first.plus(weak(NOON, NOON.plusSeconds(60), 4)).worth(SINCE)).isEqualTo(CaseCard.LINE / 3 + 3);
        assertThat(first.plus(weak(NOON, NOON.plusSeconds(60), 1_000_000)).worth(SINCE))
                .isEqualTo(2 * CaseCard.LINE / 3);
    }

    @Test
    void whatComesDailyIsWorthNothingUntilItIsMoreThanTwiceWhatItWas() {
        Bouts daily = Bouts.NONE;
        for (int day = 3; day > 0; day--) {
            Instant at = NOON.minus(Duration.ofDays(day));
            daily = daily.plus(weak(at, at, 50));
        }

        assertThat(daily.plus(weak(NOON, NOON, 100)).worth(SINCE)).isZero();
        assertThat(daily.plus(weak(NOON, NOON, 200)).worth(SINCE)).isEqualTo(1.5);
    }

    @Test
    void findingsThatOverlapAreOneBout() {
        Bouts one = Bouts.NONE.plus(weak(NOON, NOON.plusSeconds(60), 5));

        assertThat(one.plus(weak(NOON.plusSeconds(30), NOON.plusSeconds(90), 7)))
                .isEqualTo(new Bouts(0, 0, NOON.plusSeconds(90).toEpochMilli(), 7));
        assertThat(one.plus(weak(NOON.plusSeconds(61), NOON.plusSeconds(90), 7)).most())
                .isEqualTo(5);
    }

    private static Finding weak(Instant first, Instant last, long matches) {
        return new Finding(
                "f",
                "rule",
                "sha",
                new Text("Judul", "Title"),
                Severity.MEDIUM,
                EntityKind.AGENT,
                "m/004",
                new Asset("m", "004", null, null),
                first,
                last,
                matches,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
